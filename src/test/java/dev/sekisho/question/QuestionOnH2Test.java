package dev.sekisho.question;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuestionOnH2Test extends QuestionCases {}
