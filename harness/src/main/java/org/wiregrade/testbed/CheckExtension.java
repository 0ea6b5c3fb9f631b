package org.wiregrade.testbed;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;

/** Gives each check its testbed, and skips a check whose foundations did not pass. */
final class CheckExtension
        implements ParameterResolver,
                ExecutionCondition,
                InvocationInterceptor,
                TestExecutionExceptionHandler,
                TestWatcher {
    private static final ConditionEvaluationResult RUN = ConditionEvaluationResult.enabled("nothing stands against it");

    /** Why a check that others build on did not pass. */
    private record Missing(String id, String title, boolean couldNotTell) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Testbed.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Lab lab = Lab.of(context.getRequiredTestClass()).orElseThrow();
        return requestStore(context).computeIfAbsent(lab.name(), name -> open(name, context), Testbed.class);
    }

    private static Testbed open(String lab, ExtensionContext context) {
        TestbedSource source = context.getStore(StoreScope.LAUNCHER_SESSION, TestbedSource.NAMESPACE)
                .get(TestbedSource.class, TestbedSource.class);
        if (source == null) {
            throw new IllegalStateException("no testbed: the launcher session was not opened by wiregrade");
        }
        String submission = context.getConfigurationParameter("wiregrade.submission")
                .orElseThrow(() -> new IllegalStateException("wiregrade.submission names no folder"));
        try {
            return source.open(lab, submission, context.getConfigurationParameter("wiregrade.seed"));
        } catch (Exception e) {
            throw new IllegalStateException("the testbed cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<LabCheck> check = check(context);
        if (check.isEmpty()) {
            return RUN;
        }
        for (String need : check.get().needs()) {
            Missing missing = missing(context).get(need);
            if (missing != null) {
                if (missing.couldNotTell()) {
                    throw new IllegalStateException("could not tell, because it builds on “" + missing.title()
                            + "”, of which the harness could not tell");
                }
                return ConditionEvaluationResult.disabled(
                        "It builds on “" + missing.title() + "” (" + missing.id() + "), which did not pass.");
            }
        }
        return RUN;
    }

    /** That no thread is to be had is no end of the harness, as JUnit takes it for: the programs are to be ended, and it told. */
    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (OutOfMemoryError e) {
            if (String.valueOf(e.getMessage()).contains("native thread")) {
                throw new IllegalStateException("the harness gets no thread: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    /** Says of a failure what the program lacked, and of the harness's own trouble what the harness did. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        if (thrown instanceof CheckFailure failure) {
            Lab lab = Lab.of(context.getRequiredTestClass()).orElseThrow();
            Testbed testbed = requestStore(context).get(lab.name(), Testbed.class);
            throw testbed == null ? failure : testbed.explained(failure);
        }
        Optional<Shortage> lack = Shortage.in(String.valueOf(thrown));
        if (lack.isPresent() && !(thrown instanceof OutOfMemoryError)) {
            throw new IllegalStateException(
                    "the harness itself lacked something: " + lack.get().words() + " (" + thrown.getMessage() + ")",
                    thrown);
        }
        throw thrown;
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        if (!(cause instanceof CheckFailure failure)) {
            remember(context, true);
        } else if (!failure.isAlone()) {
            remember(context, false);
        }
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        remember(context, false);
    }

    private static void remember(ExtensionContext context, boolean couldNotTell) {
        check(context).ifPresent(check -> missing(context).put(check.id(), root(context, check, couldNotTell)));
    }

    private static Optional<LabCheck> check(ExtensionContext context) {
        return context.getTestMethod().map(method -> method.getAnnotation(LabCheck.class));
    }

    private static Missing root(ExtensionContext context, LabCheck check, boolean couldNotTell) {
        for (String need : check.needs()) {
            Missing below = missing(context).get(need);
            if (below != null) {
                return below;
            }
        }
        return new Missing(check.id(), check.title(), couldNotTell);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Missing> missing(ExtensionContext context) {
        return (Map<String, Missing>)
                requestStore(context).computeIfAbsent(Missing.class, key -> new ConcurrentHashMap<String, Missing>());
    }

    private static Store requestStore(ExtensionContext context) {
        return context.getRoot().getStore(TestbedSource.NAMESPACE);
    }
}
