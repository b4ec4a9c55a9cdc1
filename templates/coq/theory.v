(* made by derive, do not edit *)
(* <$ title $>

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

<% for d in definitions %>
Definition <$ d.name $>_of<$ d.parameters $> : R :=
  <$ d.body $>.
#[local] Hint Unfold <$ d.name $>_of : definitions.
<% endfor %>

Section <$ section $>.
<% for v in variables %>
Variable<$ "s" if v.many else "" $> (<$ v.names $> : <$ v.type $>).
<% endfor %>
<% for d in dims %>
Hypothesis <$ d $>_positive : (0 < <$ d $>)%nat.
<% endfor %>
<% for h in lengths %>
Hypothesis <$ h.name $> : <$ h.statement $>.
<% endfor %>
<% for d in definitions %>
Local Notation <$ d.name $> := (<$ d.applied $>).
<% endfor %>
<% if shared %>

(** * What several lines rest on *)
<% for f in shared %>

Lemma <$ f.name $> :
  <$ f.statement|join("\n  ") $>.
Proof.
<% for line in f.script %>
  <$ line $>
<% endfor %>
Qed.
<% endfor %>
<% endif %>
<% for c in claims %>

(** * <$ c.title $> *)

Section <$ c.name $>.
<% if c.indices %>
Variables (<$ c.indices|join(" ") $> : nat).
<% endif %>
<% for h in c.hypotheses %>
Hypothesis <$ h.name $> : <$ h.statement $>.
<% endfor %>
<% for l in c.lemmas %>

<% if l.comment %>
(* <$ l.comment $> *)
<% endif %>
Lemma <$ l.name $> :
  <$ l.statement|join("\n  ") $>.
Proof.
<% for line in l.script %>
  <$ line $>
<% endfor %>
Qed.
<% endfor %>

Theorem <$ c.name $> :
  <$ c.theorem|join("\n  ") $>.
Proof.
<% for line in c.script %>
  <$ line $>
<% endfor %>
Qed.
<% if c.again %>

<% set alike = c.alike[0] in claims|map(attribute="name")|list %>
<% if alike %>
(* the same by the differentiator, by what it found for <$ c.alike[0] $> or else anew *)
<% else %>
(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
<% endif %>
Definition <$ c.name $>_outright : option (
  <$ c.theorem|join("\n  ") $>).
Proof.
  attempt "<$ c.name $>" <$ c.alike[1] ~ " or" if alike else "by" $> <$ c.again $>.
Defined.
<% endif %>
End <$ c.name $>.
<% endfor %>
End <$ section $>.
<% for c in claims if c.possible %>

(* the hypotheses of <$ c.name $> can be met *)
Lemma <$ c.possible.name $> :
  <$ c.possible.statement|join("\n  ") $>.
Proof.
<% for line in c.possible.script %>
  <$ line $>
<% endfor %>
Qed.
<% endfor %>
