package org.wiregrade.labs.chat;

import java.util.List;
import org.wiregrade.testbed.Lab;
import org.wiregrade.testbed.Lab.StudentProgram;

/** The chat lab and its numbers. */
public final class ChatLab {
    static final StudentProgram SERVER = new StudentProgram("chat server", "chat.ChatServer");
    static final StudentProgram CLIENT = new StudentProgram("chat client", "chat.ChatClient");

    public static final Lab LAB =
            new Lab("chat", "Multi-client TCP chat", List.of(SERVER, CLIENT), List.of(), List.of());

    private ChatLab() {}
}
