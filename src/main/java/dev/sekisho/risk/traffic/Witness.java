package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.math.BigInteger;

/** Makes a packet out of a way through a diagram, choosing numbers that mean something to a reader. */
final class Witness {

    private static final BigInteger EPHEMERAL = BigInteger.valueOf(40000);
    private static final BigInteger HTTPS = BigInteger.valueOf(443);
    private static final BigInteger TCP = BigInteger.valueOf(ProtocolSet.TCP.first());
    private static final BigInteger ROOMY = BigInteger.valueOf(3);

    private final Space space;
    private final Cube cube;
    private final int[][] way;

    private Witness(Space space, Cube cube, int[][] way) {
        this.space = space;
        this.cube = cube;
        this.way = way;
    }

    static Packet of(Space space, Cube cube, int[][] way) {
        return new Witness(space, cube, way).packet();
    }

    static BigInteger coordinate(Packet packet, Axis axis, Space space) {
        return switch (axis) {
            case DESTINATION -> space.family().read(packet.destination());
            case PROTOCOL -> BigInteger.valueOf(packet.protocol());
            case PORT -> BigInteger.valueOf(packet.destinationPort());
            case SOURCE -> space.family().read(packet.source());
            case SOURCE_PORT -> BigInteger.valueOf(packet.sourcePort());
        };
    }

    private Packet packet() {
        var family = space.family();
        var source = family.write(prefer(Axis.SOURCE, family.stranger()));
        var destination = family.write(host(Axis.DESTINATION));
        var protocol = prefer(Axis.PROTOCOL, TCP).intValue();
        if (ProtocolSet.PORTED.contains(protocol)) {
            var sourcePort = prefer(Axis.SOURCE_PORT, EPHEMERAL).intValue();
            return new Packet(
                    source,
                    destination,
                    protocol,
                    sourcePort,
                    prefer(Axis.PORT, HTTPS).intValue());
        }
        var type = ProtocolSet.ICMPS.contains(protocol) ? first(Axis.PORT).intValue() : 0;
        return new Packet(source, destination, protocol, 0, type);
    }

    private BigInteger prefer(Axis axis, BigInteger wish) {
        var side = cube.side(axis);
        var onTheWay = wish.compareTo(low(axis)) >= 0 && wish.compareTo(high(axis)) < 0;
        for (int range = 0; onTheWay && range < side.ranges(); range++) {
            if (wish.compareTo(side.low(range)) >= 0 && wish.compareTo(side.high(range)) <= 0) {
                return wish;
            }
        }
        return axis == Axis.SOURCE ? host(axis) : first(axis);
    }

    /** Not the first address where there is room: that one is usually the network's own. */
    private BigInteger host(Axis axis) {
        var first = first(axis);
        var range = rangeOnTheWay(axis);
        var last = cube.side(axis).high(range).min(high(axis).subtract(BigInteger.ONE));
        return last.subtract(first).compareTo(ROOMY) < 0 ? first : first.add(BigInteger.ONE);
    }

    private BigInteger first(Axis axis) {
        return cube.side(axis).low(rangeOnTheWay(axis)).max(low(axis));
    }

    private int rangeOnTheWay(Axis axis) {
        var side = cube.side(axis);
        var range = 0;
        while (side.high(range).compareTo(low(axis)) < 0) {
            range++;
        }
        return range;
    }

    private BigInteger low(Axis axis) {
        return space.line(axis).start(way[axis.ordinal()][0]);
    }

    private BigInteger high(Axis axis) {
        return space.line(axis).end(way[axis.ordinal()][1]);
    }
}
