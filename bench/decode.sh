#!/bin/bash
# What walking, decoding and following cost a packet, in nanoseconds, warm (JMH).
#   bench/decode.sh              this checkout
#   bench/decode.sh COMMIT       beside that commit; exit 1 where a stage became more than 20 % slower
set -euo pipefail
home=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'git -C "$home" worktree remove --force "$work/old" >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

measure() { # FOLDER RESULT
    (
        cd "$1"
        mvn -q -B -pl harness test-compile -Dquick -Dspotless.check.skip
        mvn -q -B -pl harness dependency:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test
        cd harness
        java -cp "target/test-classes:target/classes:$(cat "$work/classpath")" org.openjdk.jmh.Main DecodeBenchmark \
            -v SILENT -rf csv -rff "$2" >/dev/null
    )
    sed -e 's/"//g' "$2" | awk -F, 'NR > 1 { split($1, name, "."); print name[length(name)], $8, $5 }' | sort >"$2.txt"
}

measure "$home" "$work/new.csv"
if [ $# -eq 0 ]; then
    awk '{ printf "%-8s %-15s %6.1f ns a packet\n", $1, $2, $3 }' "$work/new.csv.txt"
    exit
fi
git -C "$home" worktree add --detach "$work/old" "$1" >/dev/null 2>&1
measure "$work/old" "$work/old.csv"
join -j 1 <(sed 's/ /-/' "$work/old.csv.txt") <(sed 's/ /-/' "$work/new.csv.txt") | awk '
    { slower = $3 / $2 > 1.2; printf "%-24s %6.1f ns before, %6.1f ns now%s\n", $1, $2, $3, slower ? "   SLOWER" : ""; bad += slower }
    END { exit bad > 0 }'
