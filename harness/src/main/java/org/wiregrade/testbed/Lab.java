package org.wiregrade.testbed;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A lab, as data: what a student fills in and what is checked.
 *
 * @param name as on the command line, such as {@code chat}
 * @param title as in reports
 * @param programs the programs that have student regions
 * @param libraries a class of each library that the template's programs may use besides the JDK
 * @param tasks the classes of checks with their checks, in the order in which they run; there is no other order
 */
public record Lab(
        String name, String title, List<StudentProgram> programs, List<Class<?>> libraries, List<LabTask> tasks) {
    public Lab {
        programs = List.copyOf(programs);
        libraries = List.copyOf(libraries);
        tasks = List.copyOf(tasks);
    }

    /** The lab to which a class of checks belongs; empty where the class is none. */
    public static Optional<Lab> of(Class<?> checks) {
        return Optional.ofNullable(checks.getAnnotation(Task.class))
                .map(task -> ReflectionSupport.newInstance(task.lab()).get());
    }

    /** What results call these labs: a lab's name, or {@code all} for several. */
    public static String nameOf(List<Lab> labs) {
        return labs.size() == 1 ? labs.get(0).name() : "all";
    }

    /** The same lab with only the checks that need what was handed in as evidence, and nothing else. */
    public Lab onlyEvidence() {
        return where(LabTask::evidence);
    }

    /** The same lab with only the checks that run its programs. */
    public Lab withoutEvidence() {
        return where(task -> !task.evidence());
    }

    /** The same lab with the checks that say most about a machine for their time; where none is said to, all that run programs. */
    public Lab telling() {
        Lab telling = where(LabTask::telling);
        return telling.tasks.isEmpty() ? withoutEvidence() : telling;
    }

    private Lab where(Predicate<LabTask> wanted) {
        return new Lab(
                name, title, programs, libraries, tasks.stream().filter(wanted).toList());
    }

    /** The paths, in the template, of the sources that a student completes. */
    public List<String> sources() {
        return programs.stream().map(StudentProgram::source).toList();
    }

    /**
     * A program that a student completes.
     *
     * @param name what messages call it, such as {@code chat server}
     * @param mainClass its binary name, such as {@code chat.ChatServer}
     */
    public record StudentProgram(String name, String mainClass) {
        /** The source's path in the template, such as {@code src/main/java/chat/ChatServer.java}. */
        public String source() {
            return "src/main/java/" + mainClass.replace('.', '/') + ".java";
        }
    }
}
