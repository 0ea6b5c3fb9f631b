package lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void whatIsNotGivenHasTheLabsValue() {
        Options options = Options.of(new String[] {"--port", "0"}, "--host", "--port");
        assertThat(options.port("--port", 3333)).isZero();
        assertThat(options.text("--host", "127.0.0.1")).isEqualTo("127.0.0.1");
    }

    @Test
    void mistakesAreToldInASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(new String[] {"--prot", "1"}, "--host", "--port"))
                .withMessage("Unknown option --prot. The options are: --host, --port");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(new String[] {"--port"}, "--port"))
                .withMessage("The option --port needs a value behind it");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Options.of(new String[] {"--port", "70000"}, "--port").port("--port", 1))
                .withMessage("The option --port needs a number from 0 to 65535, not 70000");
    }
}
