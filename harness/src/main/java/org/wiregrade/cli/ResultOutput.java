package org.wiregrade.cli;

import org.wiregrade.report.ResultText;
import org.wiregrade.results.Result;
import org.wiregrade.results.ResultJson;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How one result is shown. */
final class ResultOutput {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    void print(Result result) {
        var out = command.commandLine().getOut();
        out.print(json ? ResultJson.toJson(result) : ResultText.of(result, Terminal.hasColour()));
        out.flush();
    }
}
