#!/usr/bin/env bash
# Grades a class of right submissions again and again, idle or beside busy loops, as whoever calls it: each must get every
# point each time. Prints a Markdown table for docs/reliability.md; exit code 1 where one lost a point.
#
#   bench/right-class.sh LAB [RUNS] [SIZE] [BUSY_LOOPS] [SANDBOX]      default: 10 40 0 namespace
set -euo pipefail
cd "$(dirname "$0")/.."
lab=${1:?a lab, or all} runs=${2:-10} size=${3:-40} busy=${4:-0} sandbox=${5:-namespace}
work=$(mktemp -d)
loops=()
trap 'kill "${loops[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

for _ in $(seq "$busy"); do
    (while :; do :; done) &
    loops+=($!)
done
lost=0
echo "| user | lab, sandbox | busy loops | submissions | all points | wall |"
echo "|---|---|---|---|---|---|"
for _ in $(seq "$runs"); do
    row=$(bench/class.sh "$lab" "$sandbox" "$size" 2>>"$work/lost" | tail -n 1) || lost=1
    echo "$row" | awk -F '|' -v user="$(id -un)" -v busy="$busy" '{ printf "| %s |%s| %s |%s|%s|%s|\n", user, $2, busy, $3, $4, $5 }'
done
[ ! -s "$work/lost" ] || cat "$work/lost" >&2
exit "$lost"
