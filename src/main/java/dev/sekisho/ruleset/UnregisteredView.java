package dev.sekisho.ruleset;

import dev.sekisho.risk.traffic.rule.Translations;
import dev.sekisho.risk.traffic.rule.UnregisteredSources;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule that lets in whom nobody registered. */
@Schema(name = "UnregisteredSources", description = "A rule that lets in sources nobody registered.")
public record UnregisteredView(
        @Schema(description = "From where, as far as nobody is registered with it.", examples = "[\"198.51.100.0/24\"]")
        List<String> sources,

        @Schema(description = "The rule that lets them in.") RuleView rule,

        @Schema(description = "A packet from there that the rule lets through.") @Nullable
        WitnessView witness) {

    static UnregisteredView of(UnregisteredSources found, Translations translations) {
        return new UnregisteredView(
                found.sources().texts(), RuleView.of(found.rule()), WitnessView.of(found.witness(), translations));
    }
}
