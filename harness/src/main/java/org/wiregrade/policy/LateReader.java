package org.wiregrade.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Reads what {@code class.yml} says that lateness costs. */
final class LateReader {
    private LateReader() {}

    static LabPolicy.Late read(YamlSection late) throws RefusedPolicy {
        Optional<YamlSection.Value> deduct = late.value("deduct");
        Optional<YamlSection.Value> steps = late.value("steps");
        YamlSection free = late.section("free-days");
        var read = new LabPolicy.Late(
                PolicyValues.choice(late, "per", LabPolicy.Unit.DAY),
                deduct.isPresent() ? PolicyValues.amount(deduct.get()) : Amount.NOTHING,
                PolicyValues.word(late, "of", "possible", "earned").equals("earned"),
                PolicyValues.share(late, "most", BigFraction.ONE),
                PolicyValues.share(late, "floor", BigFraction.ZERO),
                PolicyValues.word(late, "days", "wall-clock", "24h").equals("wall-clock"),
                steps.isPresent() ? steps(steps.get()) : List.of(),
                PolicyValues.whole(free, "use", 0),
                PolicyValues.word(free, "mode", "partial", "all-or-nothing").equals("all-or-nothing"));
        free.refuseOthers();
        late.refuseOthers();
        if (deduct.isPresent() && steps.isPresent()) {
            throw steps.get()
                    .wrong("there is \"deduct\", and there is \"steps\"; only one of them can say what lateness costs");
        }
        if (read.freeDays() > 0 && (steps.isPresent() || read.per() != LabPolicy.Unit.DAY)) {
            throw free.wrong("free days cover days: they go with \"per: day\" and \"deduct\"");
        }
        return read;
    }

    private static List<LabPolicy.Step> steps(YamlSection.Value value) throws RefusedPolicy {
        List<LabPolicy.Step> steps = new ArrayList<>();
        for (YamlSection.Value member : value.members()) {
            YamlSection each = member.section();
            steps.add(new LabPolicy.Step(
                    PolicyValues.span(each.needed("within")), PolicyValues.share(each.needed("credit"))));
            each.refuseOthers();
        }
        steps.sort(Comparator.comparing((LabPolicy.Step step) ->
                step.within().rest().plusDays(step.within().days())));
        return steps;
    }
}
