package dev.sekisho.feed;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FeedOrderOnH2Test extends FeedOrderCases {}
