package dev.sekisho.feed;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FeedOnH2Test extends FeedCases {}
