package org.wiregrade.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wiregrade.labs.Labs;
import org.wiregrade.policy.Catalogue;
import org.wiregrade.policy.ClassPolicy;
import org.wiregrade.policy.PolicyFile;
import org.wiregrade.run.PlannedCheck;
import org.wiregrade.testbed.Lab;
import picocli.CommandLine.Option;

/** The option that names the instructor's policy. */
final class PolicyOption {
    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "What results are worth: weights, due dates, overrides (YAML; see docs/policy.md).")
    private Path file;

    Optional<ClassPolicy> policy() throws IOException {
        return file == null ? Optional.empty() : Optional.of(read(file));
    }

    ClassPolicy needed() throws IOException {
        return policy().orElseThrow(() -> new IllegalArgumentException("name the policy with --policy class.yml"));
    }

    /** A file that the policy names, from its own folder. */
    Path besideFile(String name) {
        return file.resolveSibling(name);
    }

    /** The policy in a file, which may name only labs and checks that there are. */
    static ClassPolicy read(Path file) throws IOException {
        Map<String, Map<String, String>> labs = new LinkedHashMap<>();
        Map<String, String> all = new LinkedHashMap<>();
        for (Lab lab : Labs.all()) {
            Map<String, String> checks = new LinkedHashMap<>();
            PlannedCheck.of(lab)
                    .forEach(
                            check -> checks.put(check.check().id(), check.task().value()));
            labs.put(lab.name(), checks);
            all.putAll(checks);
        }
        labs.put("all", all);
        return PolicyFile.read(file, new Catalogue(labs));
    }
}
