package org.wiregrade.labs.twoflow;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wiregrade.labs.evidence.EvidenceCases;

class TwoFlowEvidenceFixturesTest {
    @TestFactory
    Stream<DynamicTest> twoFlowEvidenceGetsItsWords() throws IOException {
        return EvidenceCases.of(TwoFlowLab.LAB, TwoFlowCases.all());
    }
}
