#!/usr/bin/env bash
# Measures `wiregrade grade` on classes of several sizes, whole processes: a straight line of time, a flat one of memory.
# Prints a Markdown table for docs/performance.md. Exit code 1 where one of these right submissions lost a point.
#
#   bench/class.sh LAB SANDBOX SIZE…      LAB is chat, two-flow or all; WIREGRADE_JOBS sets --jobs
set -euo pipefail
cd "$(dirname "$0")/.."
lab=${1:-all} sandbox=${2:-auto}
shift $(($# < 2 ? $# : 2))
[ $# -gt 0 ] || set -- 10 100
jobs=()
[ -z "${WIREGRADE_JOBS:-}" ] || jobs=(--jobs "$WIREGRADE_JOBS")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

./wiregrade new "$work/solved" >/dev/null
cp -r reference/src "$work/solved/"
cp fixtures/evidence/*/* "$work/solved/evidence/"
find "$work/solved/evidence" -name '*.csv' -exec mv {} "$work/solved/" \;

lost=0
echo "| lab, sandbox | submissions | all points | wall | CPU | wall each | CPU each | memory |"
echo "|---|---|---|---|---|---|---|---|"
for size in "$@"; do
    rm -rf "$work/class" "$work/out"
    mkdir "$work/class"
    for i in $(seq "$size"); do cp -r "$work/solved" "$work/class/$(printf 's%04d' "$i")"; done
    /usr/bin/time -o "$work/time" -f '%e %U %S %M' ./wiregrade grade "$work/class" --out "$work/out" --lab "$lab" \
        --sandbox "$sandbox" --trust "${jobs[@]}" >"$work/table" 2>"$work/log" || { cat "$work/log" >&2; exit 1; }
    whole=$(grep -c '^s[0-9].* 100\.0 ' "$work/table" || true)
    [ "$whole" = "$size" ] || { grep -v '^s[0-9].* 100\.0 ' "$work/table" >&2; lost=1; }
    awk -v name="$lab, $sandbox" -v n="$size" -v whole="$whole" '{ cpu = $2 + $3
        printf "| %s | %d | %d | %.1f s | %.1f s | %.2f s | %.2f s | %d MB |\n", name, n, whole, $1, cpu, $1 / n, cpu / n, $4 / 1024 }' \
        "$work/time"
done
exit "$lost"
