package dev.sekisho.assessment;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AnswerOnH2Test extends AnswerCases {}
