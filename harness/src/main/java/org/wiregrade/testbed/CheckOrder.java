package org.wiregrade.testbed;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** The order of the labs' lists, wherever JUnit found the checks: one lab after the other. */
public final class CheckOrder implements ClassOrderer, MethodOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparing(CheckOrder::lab).thenComparing(CheckOrder::position));
    }

    private static String lab(ClassDescriptor type) {
        return Lab.of(type.getTestClass()).map(Lab::name).orElse("");
    }

    private static int position(ClassDescriptor type) {
        return Lab.of(type.getTestClass())
                .map(lab -> lab.tasks().stream().map(LabTask::type).toList().indexOf(type.getTestClass()))
                .orElse(0);
    }

    @Override
    public void orderMethods(MethodOrdererContext context) {
        Class<?> type = context.getTestClass();
        List<String> order = Lab.of(type).stream()
                .flatMap(lab -> lab.tasks().stream())
                .filter(task -> task.type().equals(type))
                .flatMap(task -> task.checks().stream())
                .toList();
        context.getMethodDescriptors().sort(Comparator.comparing(method -> order.indexOf(id(method))));
    }

    private static String id(MethodDescriptor method) {
        return method.findAnnotation(LabCheck.class).map(LabCheck::id).orElse("");
    }
}
