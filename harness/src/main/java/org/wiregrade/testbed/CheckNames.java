package org.wiregrade.testbed;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.platform.commons.support.AnnotationSupport;

/** Calls tasks and checks by the words that the student reads, in whatever JUnit reports on them. */
final class CheckNames extends DisplayNameGenerator.Standard {
    @Override
    public String generateDisplayNameForClass(Class<?> task) {
        return AnnotationSupport.findAnnotation(task, Task.class)
                .map(Task::value)
                .orElseGet(() -> super.generateDisplayNameForClass(task));
    }

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> task, Method check) {
        return AnnotationSupport.findAnnotation(check, LabCheck.class)
                .map(LabCheck::title)
                .orElseGet(() -> super.generateDisplayNameForMethod(enclosing, task, check));
    }
}
