package dev.sekisho.advisory;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class WeekOfArrivalsOnH2Test extends WeekOfArrivalsCases {}
