package dev.sekisho.advisory;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class OrderOfArrivalOnH2Test extends OrderOfArrivalCases {}
