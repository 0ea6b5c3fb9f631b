package org.wiregrade.regions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A file's tokens with the import declarations taken out.
 *
 * @param declarations each as {@code import java.util.List;}, in order, once
 * @param rest the other tokens
 */
record Imports(Set<String> declarations, List<String> rest) {
    static Imports of(List<JavaTokens.Token> tokens) {
        Set<String> declarations = new LinkedHashSet<>();
        List<String> rest = new ArrayList<>();
        StringBuilder declaration = null;
        for (JavaTokens.Token token : tokens) {
            String text = token.text();
            if (declaration == null && !text.equals("import")) {
                rest.add(text);
            } else if (declaration == null) {
                declaration = new StringBuilder("import ");
            } else {
                declaration.append(text).append(text.equals("static") ? " " : "");
                if (text.equals(";")) {
                    declarations.add(declaration.toString());
                    declaration = null;
                }
            }
        }
        return new Imports(declarations, rest);
    }
}
