package dev.sekisho.score;

import dev.sekisho.SecondDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(SecondDatabase.class)
class UpgradeOfScoresOnH2Test extends UpgradeOfScoresCases {}
