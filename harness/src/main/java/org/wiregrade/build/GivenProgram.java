package org.wiregrade.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.wiregrade.regions.OpenBlock;
import org.wiregrade.regions.Regions;

/** What javac makes of the given code of one program, to tell whether it makes the same of it around a student's regions. */
final class GivenProgram {
    private static final String CONSTRUCTOR = "<init>";
    private static final String INITIALISER = "<clinit>";
    private static final String ASSERTIONS = "$assertionsDisabled";

    private final ClassNode type;
    private final Map<MethodNode, List<Step>> steps = new HashMap<>();
    private final GivenLines lines;
    private final List<OpenBlock> open;

    /**
     * Of one of the program's classes, compiled from the template alone.
     *
     * @param template the template's text, cut at its markers
     */
    GivenProgram(ClassNode type, Regions template) {
        this.type = type;
        type.methods.forEach(method -> steps.put(method, Steps.of(type, method)));
        this.lines = GivenLines.of(template);
        this.open = OpenBlock.in(template);
    }

    /** What of the given class is not in a student's class of the same name; nothing where all of it is. */
    Optional<Difference> differenceIn(ClassNode theirs, Regions transplanted) {
        GivenLines theirLines = GivenLines.of(transplanted);
        return type.methods.stream()
                .filter(given -> !Steps.isLambda(given) && !startsObjects(given))
                .flatMap(given -> differentMethod(given, theirs, theirLines).stream())
                .findFirst()
                .or(() -> differentStart(theirs, theirLines))
                .or(() -> differentHead(theirs));
    }

    private Optional<Difference> differentMethod(MethodNode given, ClassNode theirs, GivenLines theirLines) {
        String what = "the method " + given.name;
        MethodNode found = method(theirs, given);
        if (found == null) {
            return Optional.of(Difference.hidden(what));
        }
        List<Step> before = steps.get(given);
        List<Step> after = Steps.of(theirs, found);
        boolean same = isOpen(before)
                ? core(before, lines).equals(core(after, theirLines))
                : texts(before).equals(texts(after));
        if (same && flags(found.access) == flags(given.access)) {
            return Optional.empty();
        }
        return Optional.of(
                core(after, theirLines).isEmpty() ? Difference.hidden(what) : Difference.of(what, before, after));
    }

    private Optional<Difference> differentHead(ClassNode theirs) {
        if (flags(theirs.access) != flags(type.access)
                || !theirs.superName.equals(type.superName)
                || !theirs.interfaces.equals(type.interfaces)) {
            return Optional.of(Difference.of("the head of the class " + simpleName(), List.of(), List.of()));
        }
        return type.fields.stream()
                .filter(given -> theirs.fields.stream()
                        .noneMatch(field -> field.name.equals(given.name)
                                && field.desc.equals(given.desc)
                                && flags(field.access) == flags(given.access)
                                && String.valueOf(field.value).equals(String.valueOf(given.value))))
                .map(given -> Difference.of("the field " + given.name, List.of(), List.of()))
                .findFirst();
    }

    /** Fields' first values, which javac writes into every constructor, and what else makes objects and the class ready. */
    private Optional<Difference> differentStart(ClassNode theirs, GivenLines theirLines) {
        for (String name : List.of(CONSTRUCTOR, INITIALISER)) {
            List<Step> before = start(type, name);
            List<Step> after = start(theirs, name);
            if (!core(before, lines).equals(core(after, theirLines))) {
                return Optional.of(Difference.of("what gives the fields their values", before, after));
            }
        }
        return Optional.empty();
    }

    private static List<Step> start(ClassNode type, String name) {
        List<Step> steps = new ArrayList<>();
        for (MethodNode method : type.methods) {
            if (method.name.equals(name)) {
                List<Step> all = Steps.of(type, method);
                steps.addAll(all.subList(prologue(type, all), all.size()));
            }
        }
        return steps;
    }

    /** The steps that a class has without anybody's code, or only because some other code of it asserts something. */
    private static int prologue(ClassNode type, List<Step> steps) {
        if (steps.size() > 1
                && steps.get(1)
                        .text()
                        .startsWith(Opcodes.INVOKESPECIAL + " " + type.superName + "." + CONSTRUCTOR + "()V")) {
            return 2;
        }
        boolean asserts = type.fields.stream()
                .anyMatch(field -> field.name.equals(ASSERTIONS) && (field.access & Opcodes.ACC_SYNTHETIC) != 0);
        String set = Opcodes.PUTSTATIC + " " + type.name + "." + ASSERTIONS + " Z";
        for (int i = 0; asserts && i < steps.size(); i++) {
            if (steps.get(i).text().equals(set)) {
                return i + 1;
            }
        }
        return 0;
    }

    private boolean isOpen(List<Step> steps) {
        return open.stream().anyMatch(block -> steps.stream().anyMatch(step -> block.has(step.line())));
    }

    private static boolean startsObjects(MethodNode method) {
        return method.name.equals(CONSTRUCTOR) || method.name.equals(INITIALISER);
    }

    private static MethodNode method(ClassNode type, MethodNode like) {
        return type.methods.stream()
                .filter(each -> each.name.equals(like.name) && each.desc.equals(like.desc))
                .findFirst()
                .orElse(null);
    }

    private String simpleName() {
        return type.name.substring(type.name.lastIndexOf('/') + 1).replace('$', '.');
    }

    /** The flags that are in the class file; ASM has more of its own. */
    private static int flags(int access) {
        return access & 0xFFFF;
    }

    private static List<String> texts(List<Step> steps) {
        return steps.stream().map(Step::text).toList();
    }

    /** What stands on the given lines, by line; a line's code may come again, as that of a finally block does. */
    private static Map<Integer, Set<String>> core(List<Step> steps, GivenLines lines) {
        Map<Integer, Set<String>> core = new HashMap<>();
        for (Step step : steps) {
            if (!step.core().isEmpty()) {
                lines.place(step.line())
                        .ifPresent(place -> core.computeIfAbsent(place, each -> new HashSet<>())
                                .add(step.core()));
            }
        }
        return core;
    }
}
