package org.wiregrade.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.numbers.fraction.BigFraction;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Grades that were worked out by hand, case by case. */
class CalculatorTest {
    private static final Path OWN = Path.of("src/test/resources/policy");
    private static final Path COLLECTED = Path.of("../../shared/formats/policy");

    @Test
    void ownCasesComeToWhatWasWorkedOut() throws IOException {
        assertThat(calculateAll(OWN.resolve("cases.yml"), OWN.resolve("cases.csv")))
                .isGreaterThan(20);
    }

    @Test
    void collectedCasesComeToWhatWasWorkedOut() throws IOException {
        assumeTrue(Files.isDirectory(COLLECTED), "there are no collected cases in " + COLLECTED);

        assertThat(calculateAll(COLLECTED.resolve("policies.yml"), COLLECTED.resolve("cases.csv")))
                .isGreaterThan(20);
    }

    private static int calculateAll(Path policies, Path cases) throws IOException {
        ClassPolicy policy = PolicyFile.read(policies, Catalogue.UNKNOWN);
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        var all = new SoftAssertions();
        int looked = 0;
        try (CSVParser parser = CSVParser.parse(Files.readString(cases), format)) {
            for (CSVRecord row : parser) {
                looked++;
                Calculation got = calculate(policy, row);
                all.assertThat(List.of(
                                got.grade().map(CalculatorTest::cents).orElse("none"),
                                got.state().words(),
                                Long.toString(got.units()),
                                Integer.toString(got.freeDaysUsed()),
                                cents(got.deducted().bigDecimalValue(4, RoundingMode.HALF_UP))))
                        .as(row.get("policy") + ": " + row.get("why"))
                        .isEqualTo(List.of(
                                row.get("final"),
                                row.get("state"),
                                row.get("days or hours late"),
                                row.get("free days used"),
                                row.get("deducted")));
            }
        }
        all.assertAll();
        return looked;
    }

    private static Calculation calculate(ClassPolicy policy, CSVRecord row) {
        LabPolicy lab = outOf(policy.labs().get(row.get("policy")), row.get("out of"));
        Optional<Instant> submitted = time(policy, row.get("submitted"));
        Instant due = time(policy, row.get("due after extension"))
                .or(() -> time(policy, row.get("due")))
                .orElseThrow();
        var check = Results.check("a", Integer.parseInt(row.get("possible")), Integer.parseInt(row.get("earned")));
        return new Calculator(lab, policy.zone())
                .calculate(new Situation(
                        "ana",
                        "ana",
                        submitted.map(at -> Results.of("ana", lab.name(), check)),
                        submitted,
                        0,
                        Optional.of(due),
                        lab.cutoff().map(cutoff -> cutoff.behindDue().after(due, policy.zone())),
                        lab.late().freeDays(),
                        Integer.parseInt(row.get("free days left")),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static Optional<Instant> time(ClassPolicy policy, String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Times.parse(text, policy.zone()));
    }

    private static String cents(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** The same with other points, which differ from case to case. */
    private static LabPolicy outOf(LabPolicy lab, String outOf) {
        var points = lab.points();
        return new LabPolicy(
                lab.name(),
                new LabPolicy.Points(
                        Optional.of(Numbers.parse(outOf)),
                        points.weights(),
                        points.bonus(),
                        points.max(),
                        points.min(),
                        points.roundTo(),
                        points.mode()),
                lab.release(),
                lab.due(),
                lab.cutoff(),
                lab.grace(),
                lab.timeFrom(),
                lab.early(),
                lab.late(),
                lab.missing(),
                lab.attempts(),
                lab.visibility(),
                lab.published(),
                lab.unknown(),
                lab.holdFlagged(),
                lab.team(),
                lab.pass(),
                lab.export());
    }

    @Test
    void numbersAreExact() {
        BigFraction third = BigFraction.of(1, 3);

        assertThat(Numbers.text(third)).isEqualTo("0.3333");
        assertThat(Numbers.parse("0.1").add(Numbers.parse("0.2"))).isEqualTo(Numbers.parse("0.3"));
    }
}
