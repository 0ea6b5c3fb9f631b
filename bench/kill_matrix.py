"""Prints which checks caught which kinds of change. Usage: kill_matrix.py LAB MUTANTS.TSV RESULTS EQUIVALENT"""
import collections
import json
import re
import sys

lab, mutants, results, equivalent = sys.argv[1:]
reasons = {}
for line in open(equivalent, encoding="utf-8"):
    if line.strip() and not line.startswith("#"):
        name, was, changed, reason = line.rstrip("\n").split("\t")
        reasons[lab if name.startswith(lab + ":") else "", name.split(":")[1], was, changed] = reason

made = collections.Counter()
killed = collections.Counter()
first = collections.Counter()
survivors = []
excused = []
undecided = []
for line in open(mutants, encoding="utf-8"):
    name, was, changed = line.rstrip("\n").split("\t")
    kind = re.sub(r"-\d+$", "", re.sub(r"^\w+-\d+-", "", name))
    place = name.split("-")[0]
    made[kind] += 1
    checks = json.load(open(f"{results}/submissions/{name}/result.json", encoding="utf-8"))["checks"]
    failed = [check["id"] for check in checks if check["verdict"] == "FAILED" and check["points"] > 0]
    if any(check["verdict"] == "BROKEN" for check in checks):
        undecided.append(name)
    if failed:
        killed[kind] += 1
        first[failed[0]] += 1
    else:
        reason = reasons.get((lab, place, was, changed))
        (excused if reason else survivors).append((name, was, changed, reason))

print(f"\n### {lab}: {sum(killed.values())} of {sum(made.values())} lost points, {len(excused)} are right, {len(survivors)} escaped\n")
print("| change | made | lost points |\n|---|---|---|")
for kind, count in sorted(made.items()):
    print(f"| {kind} | {count} | {killed[kind]} |")
print("\n| first check that failed | programs |\n|---|---|")
for check, count in first.most_common():
    print(f"| {check} | {count} |")
for title, rows in (("Right in spite of the change", excused), ("**Escaped**", survivors)):
    if rows:
        print(f"\n{title}:\n")
    for name, was, changed, reason in rows:
        print(f"- {name}: `{was[:80]}` became `{changed[:80]}`" + (f": {reason}" if reason else ""))
if undecided:
    print("\n**The harness could not tell**: " + ", ".join(undecided))
sys.exit(1 if survivors or undecided else 0)
