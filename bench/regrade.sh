#!/usr/bin/env bash
# Measures `wiregrade regrade` on results that are there: a changed policy for a whole class, every grade and page written anew.
# Exit code 1 where a class of 1,000 takes 5 s or more.
#
#   bench/regrade.sh [SIZE]
set -euo pipefail
cd "$(dirname "$0")/.."
size=${1:-1000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/class"
cp fixtures/class/wrong-capitals.zip "$work/class/one.zip"
./wiregrade grade "$work/class" --lab chat --out "$work/one" --trust >/dev/null 2>&1 || true
mkdir -p "$work/out/submissions"
echo 'who,lab,submitted,from,submission' >"$work/times.csv"
for i in $(seq "$size"); do
    name=$(printf 's%04d' "$i")
    mkdir "$work/out/submissions/$name"
    sed "s/\"submission\" : \"one\"/\"submission\" : \"$name\"/" "$work/one/submissions/one/result.json" \
        >"$work/out/submissions/$name/result.json"
    echo "$name,chat,2026-11-2$((i % 9))T12:00,platform," >>"$work/times.csv"
done
for deduct in 10% 12%; do
    cat >"$work/class.yml" <<POLICY
schema: wiregrade/class/v1
course: {timezone: Europe/Zurich}
submissions: times.csv
labs:
  chat:
    due: 2026-11-22T23:59
    late: {deduct: $deduct, most: 50%, free-days: {use: 1}}
    points: {weights: {evidence: 2}, round: {to: 0.5}}
    visibility: {chat.prefix: never}
free-days: {budget: 3}
POLICY
    /usr/bin/time -o "$work/time" -f '%e %U %M' ./wiregrade regrade "$work/out" --policy "$work/class.yml" >"$work/table" || { cat "$work/table" >&2; exit 1; }
    awk -v n="$size" -v deduct="$deduct" '{ printf "regrade of %d, %s a day: %.2f s, CPU %.2f s, %d MB\n", n, deduct, $1, $2, $3 / 1024
        if (n >= 1000 && $1 >= 5) exit 1 }' "$work/time"
done
grep -c '^changed: ' "$work/table" | sed 's/$/ grades changed by the second/'
