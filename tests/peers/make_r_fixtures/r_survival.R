# SPDX-License-Identifier: Apache-2.0
# Who took up a pact that opened on the first day of 2018: some joined on one day, some never, some
# came into being, or ended, while others waited.

# By actor: the day of joining (NA: never), of coming into being and of ending (NA: unknown), counted from the opening.
pact <- function(late) {
  k <- 0:59
  joined <- ifelse(k %% 4 == 3, NA, 5 + (k * 53) %% 90)
  from <- ifelse(late & k %% 5 == 0, (k * 29) %% 60, NA)
  until <- ifelse(late & k %% 7 == 2 & is.na(joined), 40 + k, NA)
  from <- ifelse(!is.na(joined) & !is.na(from), pmin(from, joined - 2), from)
  data.frame(id = sprintf("a%02d", k), group = c("x", "y", "z")[1 + (k + k %/% 4) %% 3], joined, from, until)
}
date_of <- function(day) ifelse(is.na(day), "", as.character(as.Date("2018-01-01") + day))

for (late in c(FALSE, TRUE)) {
  actors <- pact(late)
  end <- 120
  # There a spell is open at its start, here it has its first and its last day.
  start <- ifelse(is.na(actors$from), 0, pmax(actors$from, 0)) - 1
  stop <- ifelse(is.na(actors$joined), ifelse(is.na(actors$until), end, actors$until - 1), actors$joined)
  event <- !is.na(actors$joined)
  spells <- survival::Surv(start, stop, event)
  ask_survival <- function(peer, expected) {
    add_case(peer, "adoption", c("--observed", date_of(end), "--attribute", "group"), expected,
             nodes = list(id = I(c(actors$id, "pact")), mode = I(c(rep("actor", 60), "item")), group = I(c(actors$group, "")),
                          from = I(c(date_of(actors$from), "2018-01-01")), until = I(c(date_of(actors$until), ""))),
             edges = list(source = I(actors$id[event]), target = I(rep("pact", sum(event))), time = I(date_of(actors$joined[event]))))
  }
  steps <- function(curve) {
    keep <- curve$n.event > 0
    # Its standard error is that of the logarithm.
    error <- ifelse(curve$surv[keep] > 0, (curve$surv * curve$std.err)[keep], NA)
    data.frame(days = curve$time[keep], at_risk = curve$n.risk[keep], events = curve$n.event[keep],
               survival = curve$surv[keep], standard_error = error)
  }
  curves <- lapply(c("x", "y", "z"), function(g) steps(survival::survfit(spells[actors$group == g, ] ~ 1)))
  all <- do.call(rbind, c(curves, list(steps(survival::survfit(spells ~ 1)))))
  ask_survival("survival::survfit", do.call(of_table, c("survival", as.list(all))))
  # The score test of Cox's model with exact ties is the log-rank test, late entry or not.
  score <- survival::coxph(spells ~ actors$group, ties = "exact")$score
  ask_survival("survival::coxph(exact)", of_table("log_rank", chi_square = score,
                                                  p_value = pchisq(score, 2, lower.tail = FALSE)))
  if (!late) {
    chi <- survival::survdiff(survival::Surv(stop + 1, event) ~ actors$group)$chisq
    ask_survival("survival::survdiff", of_table("log_rank", chi_square = chi))
  }
}
