package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.set.Family;
import dev.sekisho.risk.traffic.set.Intervals;
import dev.sekisho.risk.traffic.set.NumberLine;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** All traffic of one family, cut so finely that every given rule is a set of atoms on each axis. */
final class Space {

    private static final BigInteger PORTS = BigInteger.valueOf(PortSet.LAST + 1);
    private static final BigInteger PROTOCOLS = BigInteger.valueOf(ProtocolSet.LAST + 1);

    private final Family family;
    private final NumberLine[] lines;

    private Space(Family family, NumberLine[] lines) {
        this.family = family;
        this.lines = lines;
    }

    static Space of(Family family, Collection<Rule> rules) {
        var cubes =
                rules.stream().flatMap(rule -> Cube.of(rule, family).stream()).toList();
        var lines = Arrays.stream(Axis.values())
                .map(axis -> NumberLine.cutBy(sides(cubes, axis), size(family, axis)))
                .toArray(NumberLine[]::new);
        return new Space(family, lines);
    }

    /** A space for each family. */
    static List<Space> ofEach(Collection<Rule> rules) {
        return Arrays.stream(Family.values()).map(family -> of(family, rules)).toList();
    }

    Family family() {
        return family;
    }

    NumberLine line(Axis axis) {
        return lines[axis.ordinal()];
    }

    NumberLine line(int axis) {
        return lines[axis];
    }

    /** The atoms that share a point with the cube, by axis. */
    int[][] touchedBy(Cube cube) {
        return Arrays.stream(Axis.values())
                .map(axis -> line(axis).touchedBy(cube.side(axis)))
                .toArray(int[][]::new);
    }

    private static BigInteger size(Family family, Axis axis) {
        return switch (axis) {
            case DESTINATION, SOURCE -> family.size();
            case PROTOCOL -> PROTOCOLS;
            case PORT, SOURCE_PORT -> PORTS;
        };
    }

    private static Collection<? extends Intervals<?>> sides(List<Cube> cubes, Axis axis) {
        return cubes.stream().map(cube -> cube.side(axis)).distinct().toList();
    }
}
