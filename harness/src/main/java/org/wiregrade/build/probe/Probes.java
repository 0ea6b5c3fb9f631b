package org.wiregrade.build.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes such copies of a program.
 *
 * @param mainClass its binary name
 * @param given the names of the given methods of that class
 */
public record Probes(String mainClass, Set<String> given) {
    private static final String CLASSES = "classes";

    public Probes {
        given = Set.copyOf(given);
    }

    private String internalName() {
        return mainClass.replace('.', '/');
    }

    /**
     * A copy in which a list says where it is used without its lock.
     *
     * @param home the folder with {@code classes} and {@code lib}
     * @param list the name of a field of the main class, of type List
     * @param lock the name of another, of type Object
     */
    public Path withGuardedList(Path home, String list, String lock) throws IOException {
        return copy(home, home.resolveSibling(home.getFileName() + "-guarded"), GuardedList.class, writer -> {
            return new ClassVisitor(Opcodes.ASM9, writer) {
                @Override
                public MethodVisitor visitMethod(
                        int access, String name, String type, String signature, String[] thrown) {
                    MethodVisitor method = super.visitMethod(access, name, type, signature, thrown);
                    return name.equals("<init>") ? new Guarding(method, list, lock) : method;
                }
            };
        });
    }

    /** A copy that makes short pauses in all methods that are not given. */
    public Path withNoise(Path home) throws IOException {
        return copy(home, home.resolveSibling(home.getFileName() + "-noise"), Noise.class, writer -> {
            return new ClassVisitor(Opcodes.ASM9, writer) {
                @Override
                public MethodVisitor visitMethod(
                        int access, String name, String type, String signature, String[] thrown) {
                    MethodVisitor method = super.visitMethod(access, name, type, signature, thrown);
                    return name.startsWith("<") || given.contains(name) ? method : new Pausing(method);
                }
            };
        });
    }

    /** The names of the main class's fields that hold more than a constant. */
    public Set<String> fields(Path home) throws IOException {
        Set<String> names = new TreeSet<>();
        Path main = home.resolve(CLASSES).resolve(internalName() + ".class");
        ClassVisitor collecting = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public FieldVisitor visitField(int access, String name, String type, String signature, Object constant) {
                if (constant == null && (access & Opcodes.ACC_SYNTHETIC) == 0) {
                    names.add(name);
                }
                return null;
            }
        };
        new ClassReader(Files.readAllBytes(main)).accept(collecting, ClassReader.SKIP_CODE);
        return names;
    }

    private interface Rewriting {
        ClassVisitor to(ClassWriter writer);
    }

    /** One at a time, since several runs may have one folder in common. */
    private Path copy(Path home, Path target, Class<?> helper, Rewriting rewriting) throws IOException {
        synchronized (Probes.class) {
            return Files.isDirectory(target) ? target : copyAnew(home, target, helper, rewriting);
        }
    }

    private Path copyAnew(Path home, Path target, Class<?> helper, Rewriting rewriting) throws IOException {
        Path unfinished = Files.createTempDirectory(home.toAbsolutePath().getParent(), "probe");
        for (String folder : List.of(CLASSES, "lib")) {
            copyFolder(home.resolve(folder), unfinished.resolve(folder));
        }
        Path classes = unfinished.resolve(CLASSES);
        String helperFile = helper.getName().replace('.', '/') + ".class";
        Files.createDirectories(classes.resolve(helperFile).getParent());
        try (InputStream own = helper.getClassLoader().getResourceAsStream(helperFile)) {
            Files.copy(own, classes.resolve(helperFile));
        }
        Path main = classes.resolve(internalName() + ".class");
        String name = main.getFileName().toString().replace(".class", "");
        try (Stream<Path> files = Files.list(main.getParent())) {
            for (Path file : files.filter(each -> isOf(name, each)).toList()) {
                ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
                new ClassReader(Files.readAllBytes(file)).accept(rewriting.to(writer), 0);
                // A new file, since the old one may be a link to what others use.
                Files.delete(file);
                Files.write(file, writer.toByteArray());
            }
        }
        Files.setPosixFilePermissions(unfinished, Files.getPosixFilePermissions(home));
        return Files.move(unfinished, target);
    }

    private static boolean isOf(String name, Path file) {
        String own = file.getFileName().toString();
        return own.endsWith(".class") && (own.equals(name + ".class") || own.startsWith(name + "$"));
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** Wraps the list where it is stored, and tells the list its lock. */
    private final class Guarding extends MethodVisitor {
        private final String list;
        private final String lock;

        Guarding(MethodVisitor method, String list, String lock) {
            super(Opcodes.ASM9, method);
            this.list = list;
            this.lock = lock;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String type) {
            String helper = GuardedList.class.getName().replace('.', '/');
            if (opcode == Opcodes.PUTFIELD && owner.equals(internalName())) {
                if (name.equals(list)) {
                    super.visitLdcInsn(mainClass);
                    super.visitMethodInsn(
                            Opcodes.INVOKESTATIC,
                            helper,
                            "of",
                            "(Ljava/util/List;Ljava/lang/String;)Ljava/util/List;",
                            false);
                } else if (name.equals(lock)) {
                    super.visitInsn(Opcodes.DUP);
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, helper, "by", "(Ljava/lang/Object;)V", false);
                }
            }
            super.visitFieldInsn(opcode, owner, name, type);
        }
    }

    /** Puts a pause in front of each call and each access of a field. */
    private static final class Pausing extends MethodVisitor {
        Pausing(MethodVisitor method) {
            super(Opcodes.ASM9, method);
        }

        private void pause() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, Noise.class.getName().replace('.', '/'), "here", "()V", false);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
            if (opcode != Opcodes.INVOKESPECIAL) {
                pause();
            }
            super.visitMethodInsn(opcode, owner, name, type, isInterface);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String type) {
            pause();
            super.visitFieldInsn(opcode, owner, name, type);
        }
    }
}
