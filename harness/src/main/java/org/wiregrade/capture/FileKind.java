package org.wiregrade.capture;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Says what a file is that is not a capture, and what to do about it. */
final class FileKind {
    private static final int SAMPLE = 1024;

    private static final String SAVE = "in Wireshark choose File, Save as, pcapng, and hand in that file";

    private record Signature(String hex, String what, String advice) {}

    private static final List<Signature> SIGNATURES = List.of(
            new Signature("504b0304", "a zip archive", "unpack it and hand in the capture that is in it"),
            new Signature("377abcaf271c", "a 7z archive", "unpack it and hand in the capture that is in it"),
            new Signature("52617221", "a RAR archive", "unpack it and hand in the capture that is in it"),
            new Signature("fd377a585a00", "packed with xz", "unpack it, or pack it with gzip"),
            new Signature("425a68", "packed with bzip2", "unpack it, or pack it with gzip"),
            new Signature("89504e47", "a picture", SAVE),
            new Signature("ffd8ff", "a picture", SAVE),
            new Signature("25504446", "a PDF document", SAVE),
            new Signature("736e6f6f70", "a snoop capture", SAVE),
            new Signature("474d4255", "a Network Monitor capture", SAVE),
            new Signature("d0cf11e0", "an Office document", SAVE));

    private FileKind() {}

    /** The sentence for a file whose first bytes are not those of a capture. */
    static String explain(String name, CaptureBytes bytes) {
        if (bytes.size() == 0) {
            return name + " is empty: stop the capture, then " + SAVE + ".";
        }
        byte[] start = new byte[(int) Math.min(SAMPLE, bytes.size())];
        bytes.read(0, start, 0, start.length);
        String hex = HexFormat.of().formatHex(start);
        for (Signature signature : SIGNATURES) {
            if (hex.startsWith(signature.hex)) {
                return name + " is " + signature.what + ", not a capture: " + signature.advice + ".";
            }
        }
        if (isText(start)) {
            return name + " is a text file, not a capture: " + SAVE + ".";
        }
        if (hex.chars().allMatch(digit -> digit == '0')) {
            return name + " holds nothing but zeros: its copy went wrong; copy the capture again.";
        }
        return name + " is not a capture (it begins with " + hex.substring(0, Math.min(8, hex.length())) + "): " + SAVE
                + ".";
    }

    private static boolean isText(byte[] start) {
        if (start.length >= 2 && (start[0] & 0xff) + (start[1] & 0xff) == 0x1fd && start[0] != start[1]) {
            return true; // the mark of UTF-16
        }
        for (byte each : start) {
            if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t' && each != '\f' && each != 27) {
                return false;
            }
        }
        return isUtf8(start) || !hasHighBytes(start);
    }

    private static boolean hasHighBytes(byte[] start) {
        for (byte each : start) {
            if (each < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUtf8(byte[] start) {
        int whole = start.length == SAMPLE ? SAMPLE - 4 : start.length; // the sample may end inside a character
        for (int end = whole; end <= start.length; end++) {
            if (decodes(ByteBuffer.wrap(start, 0, end))) {
                return true;
            }
        }
        return false;
    }

    private static boolean decodes(ByteBuffer text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(text);
            return true;
        } catch (CharacterCodingException damaged) {
            return false;
        }
    }
}
