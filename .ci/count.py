"""Counts the tests of each suite, says how the failed ones failed, and fails where a suite that has to run did not.

Usage: count.py SUITES REPORTS…   SUITES lists class names, one a line, of which no test may be skipped.
"""
import pathlib
import sys
import xml.etree.ElementTree as xml

MOST_LINES = 30

required = {line.strip() for line in open(sys.argv[1]) if line.strip() and not line.startswith("#")}
passed = failed = skipped = 0
problems = []
failures = []
seen = set()
for folder in sys.argv[2:]:
    for report in sorted(pathlib.Path(folder).glob("TEST-*.xml")):
        suite = xml.parse(report).getroot()
        tests, bad, idle = (
            int(suite.get("tests")),
            int(suite.get("failures")) + int(suite.get("errors")),
            int(suite.get("skipped")),
        )
        name = suite.get("name")
        seen.add(name)
        passed += tests - bad - idle
        failed += bad
        skipped += idle
        print(f"{tests - bad - idle:6d} passed {idle:4d} skipped  {name}")
        for case in suite.iter("testcase"):
            for failure in case.findall("failure") + case.findall("error"):
                words = (failure.text or failure.get("message") or "").splitlines()[:MOST_LINES]
                failures.append("\n    ".join([f"FAILED {name}: {case.get('name')}", *words]))
        if name in required and idle:
            reasons = {case.get("message") for case in suite.iter("skipped")}
            problems.append(f"{name} was skipped: {reasons}")
        if name in required and tests == 0:
            problems.append(f"{name} ran no test")
for name in sorted(required - seen):
    problems.append(f"{name} did not run")
for problem in failures + problems:
    print(problem)
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(1 if problems or failed or passed == 0 else 0)
