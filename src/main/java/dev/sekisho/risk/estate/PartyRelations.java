package dev.sekisho.risk.estate;

import dev.sekisho.risk.estate.link.ConnectionPoint;

/** What third parties have to do with: their connections, what they hold for us, and who works for them. */
record PartyRelations(
        Index<String, ConnectionPoint> points,
        Index<String, DataHolding> holdings,
        Index<String, ThirdParty> subcontractors) {

    static final PartyRelations NONE = new PartyRelations(
            Index.by(ConnectionPoint::thirdParty, ConnectionPoint::key),
            Index.by(DataHolding::thirdParty, DataHolding::key),
            Index.by(ThirdParty::parent, ThirdParty::key));

    PartyRelations with(Estate.Builder next) {
        return new PartyRelations(
                points.with(next.connectionPoints),
                holdings.with(next.dataHoldings),
                subcontractors.with(next.thirdParties));
    }
}
