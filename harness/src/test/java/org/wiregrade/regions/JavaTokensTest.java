package org.wiregrade.regions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaTokensTest {
    @Test
    void blanksAndCommentsAreNoTokens() throws Exception {
        assertThat(texts("int  a/* one */=\n\t1; // two\n/** three */")).containsExactly("int", "a", "=", "1", ";");
    }

    @Test
    void whatLooksLikeACommentInAStringIsNone() throws Exception {
        assertThat(texts("s = \"// \\\" /*\"; c = '\\'';"))
                .containsExactly("s", "=", "\"// \\\" /*\"", ";", "c", "=", "'\\''", ";");
    }

    @Test
    void aTextBlockIsOneTokenWhateverQuotesItHolds() throws Exception {
        assertThat(texts("x(\"\"\"\n  a \"b\" \\\"\"\" }\n  \"\"\");")).hasSize(5);
    }

    @Test
    void aUnicodeEscapeCountsAsItsCharacter() throws Exception {
        assertThat(texts("a \\u007d b")).containsExactly("a", "}", "b");
        assertThat(texts("// hidden \\u000a } \\uuu007B")).containsExactly("}", "{");
        assertThat(texts("\"\\\\u007d\"")).containsExactly("\"\\\\u007d\"");
    }

    @Test
    void tokensKnowTheirLine() throws Exception {
        assertThat(JavaTokens.of("a\n/*\n*/ b")).containsExactly(token("a", 1), token("b", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/* a", "\"a\n\"", "'", "\"\"\"\n a\"\"", "\"a\\\"", "/*/"})
    void whatIsNotClosedIsRefused(String source) {
        assertThatThrownBy(() -> JavaTokens.of(source)).isInstanceOf(JavaTokens.Unfinished.class);
    }

    private static List<String> texts(String source) throws JavaTokens.Unfinished {
        return JavaTokens.of(source).stream().map(JavaTokens.Token::text).toList();
    }

    private static JavaTokens.Token token(String text, int line) {
        return new JavaTokens.Token(text, line);
    }
}
