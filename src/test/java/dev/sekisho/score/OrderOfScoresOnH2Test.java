package dev.sekisho.score;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class OrderOfScoresOnH2Test extends OrderOfScoresCases {}
