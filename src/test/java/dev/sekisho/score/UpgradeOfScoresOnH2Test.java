package dev.sekisho.score;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class UpgradeOfScoresOnH2Test extends UpgradeOfScoresCases {}
