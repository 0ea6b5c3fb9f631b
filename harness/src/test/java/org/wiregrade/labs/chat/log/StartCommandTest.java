package org.wiregrade.labs.chat.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartCommandTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$ python3 index_tcp-multiclient-server_template.py",
                "python server.py --port 3333",
                "py -3 server.py",
                "java -cp target/classes chat.ChatServer",
                "java ChatServer.java",
                "java ChatServer",
                "Command: `java -jar target/chat.jar`",
                "Comanda folosită pentru pornirea serverului: mvn exec:java -Dexec.mainClass=chat.ChatServer",
                "mvn -q compile exec:java",
                "\"C:\\Program Files\\Java\\jdk-17\\bin\\java.exe\" \"-javaagent:C:\\idea.jar\" chat.ChatServer",
                "/usr/lib/jvm/jdk-17/bin/java @/tmp/args chat.ChatServer",
                "PS C:\\Users\\ana\\lab> java -cp out chat.ChatServer",
                "C:\\lab> python server.py",
                "C:\\lab>java -cp out chat.ChatServer",
                "C:\\lab>run.bat",
                "$ cd lab5 && java -cp out chat.ChatServer",
                "$ javac chat/*.java && java chat.ChatServer",
                "ana@pc:~$  cd /home/ana/lab ; /usr/bin/env /usr/lib/jvm/jdk-17/bin/java @/tmp/args chat.ChatServer",
                "$ make run",
                "ana@laptop:~/lab$ ./run-server",
                "./gradlew run",
                "node server.js",
                "go run server.go",
                "cargo run",
                "I started the server with the command java -cp target/classes chat.ChatServer and then the clients.",
            })
    void aStartCommandIsFound(String line) {
        assertThat(StartCommand.find("Some heading\n" + line + "\n[INFO] ready"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$ nc 127.0.0.1 3333",
                "$ tcpdump -i lo port 3333",
                "$ date",
                "$ cd server",
                "The java server accepts several clients.",
                "I used python for this.",
                "[RECV] From 127.0.0.1:34686 -> hello",
                "[RECV] From 127.0.0.1:34686 -> python3 server.py",
                "> hello",
                "",
            })
    void whatStartsNothingIsNoStartCommand(String line) {
        assertThat(StartCommand.find(line)).isEmpty();
    }

    @Test
    void aServersCommandGoesBeforeAClients() {
        String client = "$ java -cp out chat.ChatClient --mode chat";
        String server = "$ java -cp out chat.ChatServer";

        assertThat(StartCommand.find(client + "\n" + server)).contains(server.substring(2));
        assertThat(StartCommand.find(client))
                .hasValueSatisfying(
                        found -> assertThat(StartCommand.isOfAnother(found)).isTrue());
        assertThat(StartCommand.isOfAnother("java -cp out chat.ExampleServer")).isTrue();
        assertThat(StartCommand.isOfAnother("java -cp /home/client/lab chat.ChatServer"))
                .isFalse();
    }
}
