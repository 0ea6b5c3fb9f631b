package org.wiregrade.testbed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class of checks that share a heading; they are run in the order of the lab's list. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CheckExtension.class)
@DisplayNameGeneration(CheckNames.class)
@TestMethodOrder(CheckOrder.class)
public @interface Task {
    /** The heading that the student reads. */
    String value();

    /** Where the lab is declared; it has a constructor without parameters. */
    Class<? extends Supplier<Lab>> lab();
}
