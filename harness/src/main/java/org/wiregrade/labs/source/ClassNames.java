package org.wiregrade.labs.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.wiregrade.testbed.Lab.StudentProgram;
import org.wiregrade.testbed.Testbed;

/** The names that the classes of one program mention: what it may do at all, so that nothing else is waited for. */
public record ClassNames(List<String> classes) {
    public ClassNames {
        classes = List.copyOf(classes);
    }

    /** Those of a program that was compiled here; none of a server of another make. */
    public static ClassNames of(Testbed testbed, StudentProgram program) throws IOException {
        if (testbed.hasOwnLaunch()) {
            return new ClassNames(List.of());
        }
        String file = program.mainClass().replace('.', '/');
        Path folder = testbed.compiled(program).classes().resolve(file).getParent();
        String name = Path.of(file).getFileName().toString();
        try (Stream<Path> files = Files.list(folder)) {
            return new ClassNames(
                    files.filter(each -> each.getFileName().toString().matches(name + "(\\$.*)?\\.class"))
                            .map(ClassNames::read)
                            .toList());
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Whether a class has this in its constants: a name, or a part of a descriptor. */
    public boolean mention(String name) {
        return classes.stream().anyMatch(text -> text.contains(name));
    }
}
