package org.wiregrade.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Writes a method's bytecode down as steps; a lambda's, which javac numbers through the class, where it is made. */
final class Steps {
    private static final Pattern TYPE = Pattern.compile("L([^;<]+);");
    /** Where a method or a protected block ends, which depends on what stands in it; so do the variables used for it. */
    private static final Set<Integer> ENDS = Set.of(Opcodes.RETURN, Opcodes.ATHROW, Opcodes.MONITOREXIT);

    private static final String LAMBDA = "lambda$";

    private final ClassNode owner;
    private final MethodNode method;
    private final List<Step> steps = new ArrayList<>();
    private final Map<AbstractInsnNode, Integer> places = new HashMap<>();

    private Steps(ClassNode owner, MethodNode method) {
        this.owner = owner;
        this.method = method;
    }

    static List<Step> of(ClassNode owner, MethodNode method) {
        var steps = new Steps(owner, method);
        steps.number();
        steps.write();
        return List.copyOf(steps.steps);
    }

    static boolean isLambda(MethodNode method) {
        return method.name.startsWith(LAMBDA) && (method.access & Opcodes.ACC_SYNTHETIC) != 0;
    }

    /** The classes that a descriptor speaks of. */
    static Set<String> types(String descriptor) {
        Set<String> types = new LinkedHashSet<>();
        for (Matcher type = TYPE.matcher(descriptor); type.find(); ) {
            types.add(type.group(1));
        }
        return types;
    }

    private void number() {
        int place = 0;
        for (AbstractInsnNode node : method.instructions) {
            places.put(node, place);
            if (node.getOpcode() >= 0) {
                place++;
            }
        }
    }

    private void write() {
        int line = 0;
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof LineNumberNode start) {
                line = start.line;
            } else if (node.getOpcode() >= 0) {
                write(node, line);
            }
        }
        for (TryCatchBlockNode caught : method.tryCatchBlocks) {
            String range = at(caught.start) + " to " + at(caught.end) + " at " + at(caught.handler);
            add(0, "catch " + caught.type + " from " + range, "", caught.type == null ? "" : owner(caught.type));
        }
    }

    private void write(AbstractInsnNode node, int line) {
        String code = node.getOpcode() + " ";
        if (node instanceof VarInsnNode local) {
            add(line, code + local.var, "", "");
        } else if (node instanceof IincInsnNode local) {
            add(line, code + local.var + " " + local.incr, code + local.incr, "");
        } else if (node instanceof JumpInsnNode jump) {
            add(line, code + at(jump.label), node.getOpcode() == Opcodes.GOTO ? "" : either(node.getOpcode()), "");
        } else if (node instanceof TableSwitchInsnNode jump) {
            String keys = code + jump.min + " " + jump.max;
            add(line, keys + at(jump.labels) + at(jump.dflt), keys, "");
        } else if (node instanceof LookupSwitchInsnNode jump) {
            String keys = code + jump.keys;
            add(line, keys + at(jump.labels) + at(jump.dflt), keys, "");
        } else if (node instanceof InvokeDynamicInsnNode made) {
            writeMade(made, line);
        } else if (ENDS.contains(node.getOpcode())) {
            add(line, code, "", "");
        } else {
            add(line, code + operand(node), code + operand(node), named(node));
        }
    }

    /** A condition or its opposite: where a method grows long, javac turns it round to jump far. */
    private static String either(int opcode) {
        if (opcode >= Opcodes.IFNULL) {
            return "if null";
        }
        return "if " + (opcode - Opcodes.IFEQ) / 2;
    }

    private static String operand(AbstractInsnNode node) {
        if (node instanceof IntInsnNode number) {
            return String.valueOf(number.operand);
        } else if (node instanceof TypeInsnNode type) {
            return type.desc;
        } else if (node instanceof FieldInsnNode field) {
            return field.owner + "." + field.name + " " + field.desc;
        } else if (node instanceof MethodInsnNode called) {
            return called.owner + "." + called.name + called.desc + called.itf;
        } else if (node instanceof LdcInsnNode constant) {
            return constant.cst.getClass().getSimpleName() + " " + constant.cst;
        } else if (node instanceof MultiANewArrayInsnNode array) {
            return array.desc + " " + array.dims;
        }
        return "";
    }

    /** Descriptors of what an instruction names. */
    private static String named(AbstractInsnNode node) {
        if (node instanceof TypeInsnNode type) {
            return owner(type.desc);
        } else if (node instanceof FieldInsnNode field) {
            return owner(field.owner) + field.desc;
        } else if (node instanceof MethodInsnNode called) {
            return owner(called.owner) + called.desc;
        }
        return "";
    }

    private static String owner(String internalName) {
        return internalName.startsWith("[") ? internalName : "L" + internalName + ";";
    }

    private void writeMade(InvokeDynamicInsnNode made, int line) {
        StringBuilder text = new StringBuilder(made.getOpcode() + " " + made.name + made.desc + " by " + made.bsm);
        List<MethodNode> bodies = new ArrayList<>();
        for (Object argument : made.bsmArgs) {
            MethodNode body = argument instanceof Handle handle ? lambda(handle) : null;
            if (body == null) {
                text.append(' ').append(argument);
            } else {
                text.append(" lambda ").append(body.access).append(body.desc);
                bodies.add(body);
            }
        }
        add(line, text.toString(), text.toString(), made.desc);
        bodies.forEach(body -> steps.addAll(of(owner, body)));
    }

    private MethodNode lambda(Handle handle) {
        return !handle.getOwner().equals(owner.name)
                ? null
                : owner.methods.stream()
                        .filter(Steps::isLambda)
                        .filter(each -> each.name.equals(handle.getName()) && each.desc.equals(handle.getDesc()))
                        .findFirst()
                        .orElse(null);
    }

    private String at(LabelNode label) {
        return " " + places.get(label);
    }

    private String at(List<LabelNode> labels) {
        return String.join("", labels.stream().map(this::at).toList());
    }

    private void add(int line, String text, String core, String descriptors) {
        steps.add(new Step(line, text, core, types(descriptors)));
    }
}
