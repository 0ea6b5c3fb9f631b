#!/usr/bin/env bash
# Measures whole processes: `wiregrade grade` on 1 and on N correct submissions, beside one `mvn -q verify` of the same
# solved template, which a class without wiregrade would need N times. Prints wall and CPU seconds.
#
#   bench/grade.sh [N] [LAB] [SANDBOX]      default: 50 chat auto
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:-50} lab=${2:-chat} sandbox=${3:-auto}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

timed() { # NAME COMMAND…: wall and CPU seconds of a command with all that it started, and its largest process
    local name=$1
    shift
    if ! /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$@" >"$work/out" 2>"$work/err"; then
        cat "$work/out" "$work/err" >&2
        exit 1
    fi
    awk -v name="$name" '{printf "%-44s wall %7.2f s   cpu %7.2f s   %4d MB\n", name, $1, $2 + $3, $4 / 1024}' "$work/time"
}

mkdir "$work/class" "$work/one"
./wiregrade new "$work/class/s0001" >/dev/null
cp -r reference/src "$work/class/s0001/"
cp fixtures/evidence/*/* "$work/class/s0001/evidence/"
find "$work/class/s0001/evidence" -name '*.csv' -exec mv {} "$work/class/s0001/" \;
for i in $(seq 2 "$count"); do cp -r "$work/class/s0001" "$work/class/$(printf 's%04d' "$i")"; done
cp -r "$work/class/s0001" "$work/one/"
cp -r "$work/class/s0001" "$work/maven"
(cd "$work/maven" && mvn -o -q verify >/dev/null 2>&1 || true) # fills the local repository and the page cache

only=()
[ "$lab" = all ] || only=("-Dlab=$lab")
options=(--lab "$lab" --sandbox "$sandbox" --trust)
timed "grade, 1 submission" ./wiregrade grade "$work/one" --out "$work/out1" "${options[@]}"
timed "grade, $count submissions" ./wiregrade grade "$work/class" --out "$work/outN" "${options[@]}"
timed "mvn -q verify, the same submission once" mvn -o -q -f "$work/maven/pom.xml" verify "${only[@]}"
