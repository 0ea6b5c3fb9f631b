package org.wiregrade.policy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/** Decimal numbers as exact fractions. */
final class Numbers {
    private static final int MOST_DIGITS = 12;
    private static final int SHOWN_DIGITS = 4;

    private Numbers() {}

    /** Reads {@code 12}, {@code -0.5} or the like; everything else is a {@link NumberFormatException}. */
    static BigFraction parse(String text) {
        if (!text.matches("-?\\d{1," + MOST_DIGITS + "}(\\.\\d{1," + MOST_DIGITS + "})?")) {
            throw new NumberFormatException(text);
        }
        return of(new BigDecimal(text));
    }

    static BigFraction of(BigDecimal number) {
        BigInteger digits = number.unscaledValue();
        return number.scale() >= 0
                ? BigFraction.of(digits, BigInteger.TEN.pow(number.scale()))
                : BigFraction.of(digits.multiply(BigInteger.TEN.pow(-number.scale())));
    }

    static BigFraction min(BigFraction one, BigFraction other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    static BigFraction max(BigFraction one, BigFraction other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** A number to read, with at most four decimals. */
    static String text(BigFraction number) {
        return plain(number.bigDecimalValue(SHOWN_DIGITS, RoundingMode.HALF_UP));
    }

    /** A decimal number without zeros at its end and without an exponent. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
