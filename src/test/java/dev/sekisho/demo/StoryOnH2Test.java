package dev.sekisho.demo;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class StoryOnH2Test extends StoryCases {}
