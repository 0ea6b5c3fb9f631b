package org.wiregrade.testbed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class of checks that share a heading; its methods are run by their {@code @Order}, its class by its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CheckExtension.class)
@DisplayNameGeneration(CheckNames.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public @interface Task {
    /** The heading that the student reads. */
    String value();

    /** The name of the lab, which is also the class's {@code @Tag}. */
    String lab();
}
