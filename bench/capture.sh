#!/bin/bash
# How fast captures are read, whole processes side by side: wiregrade, tshark, tcpflow, cat. Makes its own captures.
#   bench/capture.sh [RUNS]        needs tshark, tcpflow and GNU time; prints the best and the median of RUNS (5) runs
set -euo pipefail
home=$(cd "$(dirname "$0")/.." && pwd)
runs=${1:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$home/wiregrade" inspect "$home/fixtures/captures/chat.pcapng" >/dev/null # builds, and makes the class archive
java "$home/bench/MakeCapture.java" "$work/small.pcapng" 1320000 10
java "$home/bench/MakeCapture.java" "$work/large.pcapng" 760000 1400
cp "$home/fixtures/captures/chat.pcapng" "$work/student.pcapng"

measure() { # NAME COMMAND...
    local name=$1 i
    shift
    : >"$work/times"
    for ((i = 0; i < runs; i++)); do
        rm -rf "$work/flows"
        /usr/bin/time -a -o "$work/times" -f '%e %U %S %M' "$@" >/dev/null 2>&1
    done
    sort -n "$work/times" | awk -v name="$name" '{ wall[NR] = $1; cpu[NR] = $2 + $3; kb[NR] = $4 }
        END { m = int((NR + 1) / 2); printf "  %-34s best %6.2f s   median %6.2f s   cpu %6.2f s   %4d MB\n", name, wall[1], wall[m], cpu[m], kb[m] / 1024 }'
}

printf '%s, %s cores, load %s\n' "$(uname -m)" "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)"
for capture in student small large; do
    file=$work/$capture.pcapng
    printf '%s: %s bytes\n' "$capture" "$(stat -c %s "$file")"
    measure 'cat' cat "$file"
    measure 'tcpflow' tcpflow -q -r "$file" -o "$work/flows"
    measure 'tshark -q -z conv,tcp' tshark -n -q -z conv,tcp -r "$file"
    measure 'wiregrade inspect' "$home/wiregrade" inspect "$file"
    measure 'wiregrade inspect --json (hashes)' "$home/wiregrade" inspect --json "$file"
done
