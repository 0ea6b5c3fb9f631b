package org.wiregrade.run;

import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.wiregrade.testbed.Lab;

/** A lab with only some of its classes of checks, by their tags. */
final class LabPart {
    private LabPart() {}

    static Lab with(Lab lab, String tag) {
        return where(lab, task -> has(task, tag));
    }

    static Lab without(Lab lab, String tag) {
        return where(lab, task -> !has(task, tag));
    }

    private static Lab where(Lab lab, Predicate<Class<?>> wanted) {
        return new Lab(
                lab.name(),
                lab.title(),
                lab.programs(),
                lab.libraries(),
                lab.tasks().stream().filter(wanted).toList());
    }

    private static boolean has(Class<?> task, String tag) {
        return AnnotationSupport.findRepeatableAnnotations(task, Tag.class).stream()
                .anyMatch(each -> each.value().equals(tag));
    }
}
