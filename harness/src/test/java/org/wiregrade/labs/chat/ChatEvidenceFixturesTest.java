package org.wiregrade.labs.chat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wiregrade.labs.evidence.EvidenceCases;

class ChatEvidenceFixturesTest {
    @TestFactory
    Stream<DynamicTest> chatEvidenceGetsItsWords() throws IOException {
        return EvidenceCases.of(ChatLab.LAB, ChatCases.all());
    }
}
