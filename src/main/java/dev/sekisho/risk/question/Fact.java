package dev.sekisho.risk.question;

import dev.sekisho.risk.score.Model;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * A fact that somebody can tell of something registered.
 *
 * @param name what it is called in what is registered
 * @param unknown whether nobody told it of one of them
 * @param best the same thing with the best answer there is, given today
 * @param share the most points the answer can lower a risk by; empty where it may do more than change one line
 */
record Fact<T>(
        String name, Predicate<T> unknown, BiFunction<T, LocalDate, T> best, Optional<ToDoubleFunction<Model>> share) {

    /** One that changes how far away everything is, or what is at stake. */
    static <T> Fact<T> far(String name, Predicate<T> unknown, BiFunction<T, LocalDate, T> best) {
        return new Fact<>(name, unknown, best, Optional.empty());
    }

    /** One that changes nothing but a factor of exposure, or so many parts of it. */
    static <T> Fact<T> exposure(String name, Predicate<T> unknown, Function<T, T> best, String factor, double parts) {
        return new Fact<>(
                name,
                unknown,
                (thing, today) -> best.apply(thing),
                Optional.of(model -> exposure(model, factor) / parts));
    }

    static double exposure(Model model, String factor) {
        return model.terms().exposure() * model.exposure().weights().get(factor);
    }

    static double assurance(Model model, String factor) {
        return model.terms().assurance() * model.assurance().weights().get(factor);
    }

    /** The same of what holds this. */
    <W> Fact<W> in(Function<W, T> part, BiFunction<W, T, W> with) {
        return new Fact<>(
                name,
                whole -> unknown.test(part.apply(whole)),
                (whole, today) -> with.apply(whole, best.apply(part.apply(whole), today)),
                share);
    }

    /** The same under another name, for a part of what is registered. */
    Fact<T> under(String part) {
        return new Fact<>(part + "." + name, unknown, best, share);
    }
}
