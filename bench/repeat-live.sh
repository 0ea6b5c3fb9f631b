#!/usr/bin/env bash
# Repeats all checks of a lab on a right submission while busy loops take the processors, and counts what went wrong:
# a check that fails here blames a correct program.
#
#   bench/repeat-live.sh [TIMES] [LAB] [BUSY-LOOPS]      default: 50 chat 4
set -euo pipefail
cd "$(dirname "$0")/.."
times=${1:-50} lab=${2:-chat} loops=${3:-4}
wiregrade=${WIREGRADE:-./wiregrade}
submission=fixtures/submissions/$lab/right-plain
work=$(mktemp -d)
busy=()
trap 'kill "${busy[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

$wiregrade check "$submission" --lab "$lab" >"$work/idle" 2>&1 || true # builds, where it must
for _ in $(seq "$loops"); do
    while :; do :; done &
    busy+=($!)
done

right=0 longest=0 total=0
for run in $(seq "$times"); do
    begin=$(date +%s%N)
    if $wiregrade check "$submission" --lab "$lab" >"$work/run-$run" 2>&1; then
        right=$((right + 1))
    else
        echo "run $run was not right:"
        grep -A 6 -E '^ +[✗?] ' "$work/run-$run" || tail -n 20 "$work/run-$run"
    fi
    took=$((($(date +%s%N) - begin) / 1000000))
    total=$((total + took))
    [ "$took" -gt "$longest" ] && longest=$took
done
echo "$lab: $right of $times runs right, with $loops busy loops on $(nproc) processors (load $(cut -d ' ' -f 1 /proc/loadavg));" \
    "$((total / times)) ms a run on average, $longest ms at most"
[ "$right" -eq "$times" ]
