package org.wiregrade.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs results with a key that submissions never see, so that a changed or foreign result is noticed. */
public final class Seal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 16;

    private final SecretKeySpec key;

    private Seal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The seal of a key file, whose bytes are the key; one of fewer than 16 bytes is an {@link IOException}. */
    public static Seal of(Path keyFile) throws IOException {
        byte[] key = Files.readAllBytes(keyFile);
        if (key.length < SHORTEST_KEY) {
            throw new IOException(keyFile + " is too short for a key: it has " + key.length + " bytes, " + SHORTEST_KEY
                    + " are the least");
        }
        return new Seal(key);
    }

    /** The result with its HMAC (RFC 2104, SHA-256) over its JSON without one. */
    public Result sign(Result result) {
        return result.withHmac(HexFormat.of().formatHex(mac(result)));
    }

    /** Whether the result bears this key's HMAC and was not changed since. */
    public boolean holds(Result result) {
        byte[] claimed;
        try {
            claimed = HexFormat.of().parseHex(result.hmac());
        } catch (IllegalArgumentException e) {
            return false;
        }
        return MessageDigest.isEqual(mac(result), claimed);
    }

    private byte[] mac(Result result) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(ResultJson.toJson(result.withHmac("")).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
