package org.wiregrade.policy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Names with their values, of a YAML file, each with its line.
 *
 * <p>Values stay the text that was written, so that no number is rounded by being read. Who has asked for all that may be
 * there calls {@link #refuseOthers}.
 */
final class YamlSection {
    private final String file;
    private final String name;
    private final int line;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private YamlSection(String file, String name, int line) {
        this.file = file;
        this.name = name;
        this.line = line;
    }

    /** A value with the name that it has and its line, from 1. */
    record Value(String file, String name, int line, Node node) {
        RefusedPolicy wrong(String why) {
            return new RefusedPolicy(file, line, why);
        }

        /** A plain value as it was written. */
        String text() throws RefusedPolicy {
            if (!(node instanceof ScalarNode scalar)) {
                throw wrong(name + " is one value, not a list or several names");
            }
            if (scalar.getValue().isBlank()) {
                throw wrong(name + " has no value");
            }
            return scalar.getValue().strip();
        }

        boolean isPlain() {
            return node instanceof ScalarNode;
        }

        /** The members of a list; a plain value is a list of one. */
        List<Value> members() {
            if (!(node instanceof SequenceNode sequence)) {
                return List.of(this);
            }
            List<Value> members = new ArrayList<>();
            sequence.getValue()
                    .forEach(member -> members.add(
                            new Value(file, name, member.getStartMark().getLine() + 1, member)));
            return members;
        }

        YamlSection section() throws RefusedPolicy {
            return YamlSection.of(file, name, node);
        }
    }

    /** The whole of a file, which has names at its top; what is no YAML is refused with its line. */
    static YamlSection read(Path path) throws IOException {
        String file = path.toString();
        String text = Files.readString(path).replace("\uFEFF", "");
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (node == null) {
                throw new RefusedPolicy(file, 1, "the file is empty");
            }
            return of(file, "the file", node);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new RefusedPolicy(file, line, "this is no YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new RefusedPolicy(file, 1, "this is no YAML: " + e.getMessage());
        }
    }

    private static YamlSection of(String file, String name, Node node) throws RefusedPolicy {
        int line = node.getStartMark().getLine() + 1;
        if (!(node instanceof MappingNode mapping)) {
            throw new RefusedPolicy(file, line, name + " needs names with values below it, such as \"due: …\"");
        }
        var section = new YamlSection(file, name, line);
        for (NodeTuple entry : mapping.getValue()) {
            int at = entry.getKeyNode().getStartMark().getLine() + 1;
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new RefusedPolicy(file, at, "a name is plain text");
            }
            Value value = new Value(file, key.getValue(), at, entry.getValueNode());
            if (section.values.put(key.getValue(), value) != null) {
                throw new RefusedPolicy(file, at, "\"" + key.getValue() + "\" stands here twice");
            }
        }
        return section;
    }

    Optional<Value> value(String wanted) {
        known.add(wanted);
        return Optional.ofNullable(values.get(wanted));
    }

    Value needed(String wanted) throws RefusedPolicy {
        return value(wanted).orElseThrow(() -> new RefusedPolicy(file, line, name + " needs \"" + wanted + "\""));
    }

    /** What stands below a name; nothing where the name is not there. */
    YamlSection section(String wanted) throws RefusedPolicy {
        Optional<Value> value = value(wanted);
        return value.isPresent() ? value.get().section() : new YamlSection(file, wanted, line);
    }

    /** All names, of which the instructor may make any. */
    Collection<Value> all() {
        return List.copyOf(values.values());
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    RefusedPolicy wrong(String why) {
        return new RefusedPolicy(file, line, why);
    }

    /** Refuses every name that nobody has asked for. */
    void refuseOthers() throws RefusedPolicy {
        for (Value value : values.values()) {
            if (!known.contains(value.name())) {
                throw value.wrong(
                        "there is no \"" + value.name() + "\" in " + name + Nearest.words(value.name(), known));
            }
        }
    }
}
