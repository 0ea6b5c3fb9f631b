package org.wiregrade.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** What is in the packages of Java's own modules, looked up once and not in every compilation: a sixth of a small one's time. */
final class KnownPlatform {
    private static final String OWN_MODULE = "SYSTEM_MODULES[";

    private record Listing(String module, String name, Set<JavaFileObject.Kind> kinds, boolean deep) {}

    private final Map<Listing, List<JavaFileObject>> listings = new HashMap<>();
    private final IdentityHashMap<JavaFileObject, String> names = new IdentityHashMap<>();

    /** The same files, of which Java's own are known; it is closed by closing them. */
    JavaFileManager with(StandardJavaFileManager files) {
        return new Files(files);
    }

    private final class Files extends ForwardingJavaFileManager<StandardJavaFileManager> {
        Files(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public Iterable<JavaFileObject> list(Location place, String name, Set<JavaFileObject.Kind> kinds, boolean deep)
                throws IOException {
            if (!place.getName().startsWith(OWN_MODULE)) {
                return super.list(place, name, kinds, deep);
            }
            var asked = new Listing(place.getName(), name, Set.copyOf(kinds), deep);
            if (!listings.containsKey(asked)) {
                List<JavaFileObject> listed = new ArrayList<>();
                for (JavaFileObject file : super.list(place, name, kinds, deep)) {
                    listed.add(file);
                    names.put(file, super.inferBinaryName(place, file));
                }
                listings.put(asked, listed);
            }
            return listings.get(asked);
        }

        @Override
        public String inferBinaryName(Location place, JavaFileObject file) {
            String known = names.get(file);
            return known != null ? known : super.inferBinaryName(place, file);
        }
    }
}
