#!/usr/bin/env bash
# Repeats every check of a lab on the reference while other programs keep all cores busy, and counts false failures:
# each would blame a right program. Prints a Markdown table for docs/reliability.md; exit code 1 where there was one.
#
#   bench/repeat-live.sh [TIMES] [LAB] [BUSY_LOOPS]      default: 50 chat 4; WIREGRADE names another launcher
set -euo pipefail
cd "$(dirname "$0")/.."
times=${1:-50} lab=${2:-chat} busy=${3:-4} wiregrade=${WIREGRADE:-./wiregrade}
work=$(mktemp -d)
loops=()
trap 'kill "${loops[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

for i in $(seq "$times"); do
    mkdir -p "$work/class/run-$i"
    cp -r reference/src "$work/class/run-$i/"
    cp -r "fixtures/evidence/$lab" "$work/class/run-$i/evidence"
done
for _ in $(seq "$busy"); do
    (while :; do :; done) &
    loops+=($!)
done

start=$SECONDS
"$wiregrade" grade "$work/class" --lab "$lab" --out "$work/out" --jobs 1 --sandbox process --trust \
    >"$work/table" 2>"$work/log" || true
took=$((SECONDS - start))
right=$(grep -cE '^run-.* 100/100 ' "$work/table" || true)

echo "| lab | runs | all checks passed | busy loops | cores | load | seconds a run |"
echo "|---|---|---|---|---|---|---|"
echo "| $lab | $times | $right | $busy | $(nproc) | $(cut -d' ' -f1 /proc/loadavg) | $((took / times)).$((took * 10 / times % 10)) |"
if [ "$right" -ne "$times" ]; then
    grep -E '^run-' "$work/table" | grep -v ' 100/100 ' >&2
    grep -h -B 1 -A 6 '"verdict" *: *"\(FAILED\|BROKEN\)"' "$work"/out/*/result.json >&2 || true
    exit 1
fi
