(* What the printed proofs are made of: one tactic for each kind of inference.

   hyp       what is asked for stands among the hypotheses, for all values of an index or under a condition
   sgn       a sign follows from the signs of the parts
   dex       a formula is differentiable where its parts are
   rule R    a rule of Rules.v, its premises found by the tactics above
   arith     two rational expressions are equal; a denominator is cancelled only where a hypothesis says that it is not 0
   same      two ways to bracket the same formula *)
From Coq Require Import Reals Lra Lia Arith Bool.
From Coquelicot Require Import Coquelicot.
From Derivations Require Import Sums Derivatives Rules.
Open Scope R_scope.

(** * Hypotheses *)

(* the definitions of a file, for `autounfold with definitions` *)
Create HintDb definitions.

(* an identity of polynomials: linear arithmetic brings both sides to one form in a tenth of the time that `ring` takes; without
   hypotheses, as it would use them *)
Ltac alone := repeat match goal with H : ?P |- _ => lazymatch type of P with Prop => clear H end end.
Ltac identity := first [ solve [alone; lra] | ring ].

(* of positions and sizes most is known, and looking that up is fifty times as fast *)
Ltac position := first [assumption | lia].

Ltac hyp_ n :=
  lazymatch goal with
  | |- forall _, _ => intros; bools; hyp_ n
  | |- _ /\ _ => split; hyp_ n
  | |- (_ < _)%nat => position
  | |- (_ <= _)%nat => position
  | |- @eq nat _ _ => position
  | |- @eq nat _ _ -> False => position
  | |- not (@eq nat _ _) => position
  | |- @eq bool _ _ => hyp_bool n
  | |- not (@eq bool _ _) => first [assumption | apply not_true_iff_false; hyp_bool n]
  | |- True => exact I
  | |- _ =>
    first
    [ assumption
    | lazymatch n with
      | O => fail
      | S ?m => first
        [ match goal with H : forall _, _ |- _ => solve [simple apply H; hyp_ m] end
        | lazymatch goal with |- _ <> _ => apply not_eq_sym; first [assumption | match goal with H : forall _, _ |- _ => solve [simple apply H; hyp_ m] end] end
        | lazymatch goal with |- _ = _ => symmetry; first [assumption | match goal with H : forall _, _ |- _ => solve [simple apply H; hyp_ m] end] end
        | lazymatch goal with |- _ <= _ => apply Rlt_le; first [assumption | match goal with H : forall _, _ |- _ => solve [simple apply H; hyp_ m] end] end ]
      end ]
  end
with hyp_bool n :=
  first
  [ assumption
  | lazymatch goal with
    | |- leb _ _ = true => apply leb_true; hyp_ n
    | |- leb _ _ = false => apply leb_false; hyp_ n
    | |- ltb _ _ = true => apply ltb_true; hyp_ n
    | |- ltb _ _ = false => apply ltb_false; hyp_ n
    | |- eqb _ _ = true => apply eqb_true; hyp_ n
    | |- eqb _ _ = false => apply eqb_false; hyp_ n
    | |- Nat.eqb _ _ = true => apply Nat.eqb_eq; hyp_ n
    | |- Nat.eqb _ _ = false => apply Nat.eqb_neq; hyp_ n
    | |- negb _ = true => apply negb_true_iff; hyp_bool n
    | |- negb _ = false => apply negb_false_iff; hyp_bool n
    | |- andb _ _ = true => apply andb_true_iff; split; hyp_bool n
    end ].
Ltac hyp := cbv beta; cbn [pt at0 at1 at2 at3]; hyp_ 2%nat.

(* what holds for all values of an index, for those at hand *)
Ltac instances :=
  repeat match goal with
  | H : forall l, (l < ?n)%nat -> @?P l, K : (?k < ?n)%nat |- _ =>
      let T := eval cbv beta in (P k) in
      lazymatch goal with _ : T |- _ => fail | _ => let N := fresh in assert (N : T) by exact (H k K) end
  end.

(** * Signs *)

Ltac head t := lazymatch t with ?f _ => head f | _ => t end.
(* a defined quantity by its definition *)
Ltac open t := let h := head t in unfold h; cbv beta.

Lemma prod_neg a b : a < 0 -> b < 0 -> 0 < a * b. Proof. intros; nra. Qed.
Lemma ln_gt1 x : 1 < x -> 0 < ln x. Proof. intro. rewrite <- ln_1. apply ln_increasing; lra. Qed.
Lemma ln_ge1 x : 1 <= x -> 0 <= ln x. Proof. intros [H|H]; [apply Rlt_le, ln_gt1; auto | rewrite <- H, ln_1; lra]. Qed.
Lemma ln_lt1 x : 0 < x -> x < 1 -> ln x < 0. Proof. intros. rewrite <- ln_1. now apply ln_increasing. Qed.
Lemma ln_le1 x : x <= 1 -> ln x <= 0.
Proof. intro H. destruct (Rlt_dec 0 x) as [P|P].
  - destruct H as [H|H]; [apply Rlt_le; now apply ln_lt1 | rewrite H, ln_1; lra].
  - unfold ln. destruct (Rlt_dec 0 x); [contradiction | lra]. Qed.
Lemma tanh_positive x : 0 < x -> 0 < tanh x.
Proof. intro. rewrite tanh_quotient. assert (exp (- x) < exp x) by (apply exp_increasing; lra). generalize (exp_pos (- x)); intro.
  apply Rdiv_lt_0_compat; lra. Qed.
Lemma delta_ge0 i j : 0 <= delta i j. Proof. destruct (delta_cases i j) as [->| ->]; lra. Qed.
Lemma delta_le1 i j : delta i j <= 1. Proof. destruct (delta_cases i j) as [->| ->]; lra. Qed.
Lemma rsum_le0 n f : (forall k, (k < n)%nat -> f k <= 0) -> rsum n f <= 0.
Proof. intro H. assert (0 <= rsum n (fun k => - f k)) by (apply rsum_ge0; intros k Hk; specialize (H k Hk); lra). rewrite rsum_opp in *. lra. Qed.
Lemma rsum_lt0 n f : (0 < n)%nat -> (forall k, (k < n)%nat -> f k < 0) -> rsum n f < 0.
Proof. intros P H. assert (0 < rsum n (fun k => - f k)) by (apply rsum_pos; auto; intros k Hk; specialize (H k Hk); lra). rewrite rsum_opp in *. lra. Qed.
Lemma Rinv_le0 x : 0 <= x -> 0 <= / x.
Proof. intros [H|<-]; [apply Rlt_le, Rinv_0_lt_compat; auto | rewrite Rinv_0; lra]. Qed.
Lemma Rdiv_ge0 x y : 0 <= x -> 0 <= y -> 0 <= x / y.
Proof. intros. apply Rmult_le_pos; auto using Rinv_le0. Qed.
Lemma pow_even_ge0 x n : Nat.Even n -> 0 <= x ^ n.
Proof. intros [m ->]. rewrite pow_mult. apply pow_le, pow2_ge_0. Qed.
Lemma Rmax_gt0l x y : 0 < x -> 0 < Rmax x y. Proof. intro. generalize (Rmax_l x y); lra. Qed.
Lemma Rmax_gt0r x y : 0 < y -> 0 < Rmax x y. Proof. intro. generalize (Rmax_r x y); lra. Qed.
Lemma Rmax_ge0l x y : 0 <= x -> 0 <= Rmax x y. Proof. intro. generalize (Rmax_l x y); lra. Qed.
Lemma Rmax_ge0r x y : 0 <= y -> 0 <= Rmax x y. Proof. intro. generalize (Rmax_r x y); lra. Qed.
Lemma largest_pos n f : (0 < n)%nat -> (forall k, (k < n)%nat -> 0 < f k) -> 0 < largest n f.
Proof. intros P H. apply H. now apply argmax_lt. Qed.

Lemma Rlt_0_minus_lt x y : 0 < y - x -> x < y. Proof. lra. Qed.
Lemma Rplus_lt_le_0_neg x y : x < 0 -> y <= 0 -> x + y < 0. Proof. lra. Qed.
Lemma Rplus_le_lt_0_neg x y : x <= 0 -> y < 0 -> x + y < 0. Proof. lra. Qed.
Lemma Rplus_le_le_0_neg x y : x <= 0 -> y <= 0 -> x + y <= 0. Proof. lra. Qed.

Lemma abs_nz x : 0 < Rabs x -> x <> 0. Proof. intros H ->. rewrite Rabs_R0 in H. lra. Qed.
(* another way to write something that is not 0, or a multiple of it *)
Ltac multiple := match goal with H : ?d <> 0 |- _ <> 0 => let E := fresh in intro E; apply H; first [ lra | rewrite <- E; ring | nra ] end.

Lemma Rle_not_eq_lt x : 0 <= x -> x <> 0 -> 0 < x. Proof. lra. Qed.
Ltac by_cases :=
  autounfold with definitions in *; unfold Rmax, Rmin, Rabs, leb, ltb, eqb in *;
  repeat match goal with |- context [if ?b then _ else _] => destruct b end; lra.

(** ** Signs by their parts: one pass, nothing tried twice; where nothing is known of one part, the other is not looked at *)

Lemma sum_nn a b : a < 0 -> b < 0 -> a + b < 0. Proof. lra. Qed.
Lemma sub_pn a b : 0 < a -> b < 0 -> 0 < a - b. Proof. lra. Qed.
Lemma sub_pm a b : 0 < a -> b <= 0 -> 0 < a - b. Proof. lra. Qed.
Lemma sub_qn a b : 0 <= a -> b < 0 -> 0 < a - b. Proof. lra. Qed.
Lemma sub_qm a b : 0 <= a -> b <= 0 -> 0 <= a - b. Proof. lra. Qed.
Lemma sub_np a b : a < 0 -> 0 < b -> a - b < 0. Proof. lra. Qed.
Lemma sub_nq a b : a < 0 -> 0 <= b -> a - b < 0. Proof. lra. Qed.
Lemma sub_mp a b : a <= 0 -> 0 < b -> a - b < 0. Proof. lra. Qed.
Lemma sub_mq a b : a <= 0 -> 0 <= b -> a - b <= 0. Proof. lra. Qed.
Lemma opp_p a : 0 < a -> - a < 0. Proof. lra. Qed.
Lemma opp_n a : a < 0 -> 0 < - a. Proof. lra. Qed.
Lemma opp_q a : 0 <= a -> - a <= 0. Proof. lra. Qed.
Lemma opp_m a : a <= 0 -> 0 <= - a. Proof. lra. Qed.
Lemma mul_pn a b : 0 < a -> b < 0 -> a * b < 0. Proof. intros; nra. Qed.
Lemma mul_np a b : a < 0 -> 0 < b -> a * b < 0. Proof. intros; nra. Qed.
Lemma mul_qm a b : 0 <= a -> b <= 0 -> a * b <= 0. Proof. intros; nra. Qed.
Lemma mul_mq a b : a <= 0 -> 0 <= b -> a * b <= 0. Proof. intros; nra. Qed.
Lemma mul_mm a b : a <= 0 -> b <= 0 -> 0 <= a * b. Proof. intros; nra. Qed.
Lemma Rinv_ge0_neg x : x <= 0 -> / x <= 0.
Proof. intros [H| ->]; [apply Rlt_le, Rinv_lt_0_compat; auto | rewrite Rinv_0; lra]. Qed.
Lemma pos_nz x : 0 < x -> x <> 0. Proof. lra. Qed.
Lemma neg_nz x : x < 0 -> x <> 0. Proof. lra. Qed.
Lemma ge0_nz x : 0 <= x -> x <> 0 -> 0 < x. Proof. lra. Qed.
Lemma le0_nz x : x <= 0 -> x <> 0 -> x < 0. Proof. lra. Qed.
Lemma Rpower_pos x y : 0 < Rpower x y. Proof. apply exp_pos. Qed.

(* a proof of what is known of a term's sign: `0 < t`, `0 <= t`, `t < 0`, `t <= 0`, `t <> 0`, or I for nothing *)
Ltac about p t :=
  lazymatch type of p with
  | 0 < _ => constr:(p : 0 < t)
  | 0 <= _ => constr:(p : 0 <= t)
  | _ < 0 => constr:(p : t < 0)
  | _ <= 0 => constr:(p : t <= 0)
  | _ <> 0 => constr:(p : t <> 0)
  | True => constr:(I)
  end.
Ltac sign_sum p q :=
  lazymatch type of p with
  | 0 < _ => lazymatch type of q with 0 < _ => constr:(Rplus_lt_0_compat _ _ p q) | 0 <= _ => constr:(Rplus_lt_le_0_compat _ _ p q) | _ => constr:(I) end
  | 0 <= _ => lazymatch type of q with 0 < _ => constr:(Rplus_le_lt_0_compat _ _ p q) | 0 <= _ => constr:(Rplus_le_le_0_compat _ _ p q) | _ => constr:(I) end
  | _ < 0 => lazymatch type of q with _ < 0 => constr:(sum_nn _ _ p q) | _ <= 0 => constr:(Rplus_lt_le_0_neg _ _ p q) | _ => constr:(I) end
  | _ <= 0 => lazymatch type of q with _ < 0 => constr:(Rplus_le_lt_0_neg _ _ p q) | _ <= 0 => constr:(Rplus_le_le_0_neg _ _ p q) | _ => constr:(I) end
  | _ => constr:(I)
  end.
Ltac sign_difference p q :=
  lazymatch type of p with
  | 0 < _ => lazymatch type of q with _ < 0 => constr:(sub_pn _ _ p q) | _ <= 0 => constr:(sub_pm _ _ p q) | _ => constr:(I) end
  | 0 <= _ => lazymatch type of q with _ < 0 => constr:(sub_qn _ _ p q) | _ <= 0 => constr:(sub_qm _ _ p q) | _ => constr:(I) end
  | _ < 0 => lazymatch type of q with 0 < _ => constr:(sub_np _ _ p q) | 0 <= _ => constr:(sub_nq _ _ p q) | _ => constr:(I) end
  | _ <= 0 => lazymatch type of q with 0 < _ => constr:(sub_mp _ _ p q) | 0 <= _ => constr:(sub_mq _ _ p q) | _ => constr:(I) end
  | _ => constr:(I)
  end.
Ltac not_zero p :=
  lazymatch type of p with
  | 0 < _ => constr:(pos_nz _ p) | _ < 0 => constr:(neg_nz _ p) | _ <> 0 => p | _ => constr:(I)
  end.
Ltac weakly p :=
  lazymatch type of p with
  | 0 < _ => constr:(Rlt_le _ _ p) | _ < 0 => constr:(Rlt_le _ _ p) | _ <> 0 => constr:(I) | _ => p
  end.
Ltac sign_product p q :=
  lazymatch type of p with
  | 0 < _ => lazymatch type of q with 0 < _ => constr:(Rmult_lt_0_compat _ _ p q) | _ < 0 => constr:(mul_pn _ _ p q) | _ => sign_weak_product p q end
  | _ < 0 => lazymatch type of q with 0 < _ => constr:(mul_np _ _ p q) | _ < 0 => constr:(prod_neg _ _ p q) | _ => sign_weak_product p q end
  | _ => sign_weak_product p q
  end
with sign_weak_product p q :=
  let p' := not_zero p in
  let q' := not_zero q in
  lazymatch type of p' with
  | _ <> 0 => lazymatch type of q' with _ <> 0 => constr:(Rmult_integral_contrapositive_currified _ _ p' q') | _ => sign_weaker_product p q end
  | _ => sign_weaker_product p q
  end
with sign_weaker_product p q :=
  let p' := weakly p in
  let q' := weakly q in
  lazymatch type of p' with
  | 0 <= _ => lazymatch type of q' with 0 <= _ => constr:(Rmult_le_pos _ _ p' q') | _ <= 0 => constr:(mul_qm _ _ p' q') | _ => constr:(I) end
  | _ <= 0 => lazymatch type of q' with 0 <= _ => constr:(mul_mq _ _ p' q') | _ <= 0 => constr:(mul_mm _ _ p' q') | _ => constr:(I) end
  | _ => constr:(I)
  end.
Ltac sign_inverse p :=
  lazymatch type of p with
  | 0 < _ => constr:(Rinv_0_lt_compat _ p) | 0 <= _ => constr:(Rinv_le0 _ p)
  | _ < 0 => constr:(Rinv_lt_0_compat _ p) | _ <= 0 => constr:(Rinv_ge0_neg _ p)
  | _ <> 0 => constr:(Rinv_neq_0_compat _ p) | _ => constr:(I)
  end.
Ltac sign_power p a n :=
  lazymatch type of p with
  | 0 < _ => constr:(pow_lt _ n p)
  | _ =>
    let p' := not_zero p in
    sign_weak_power p p' a n
  end
with sign_weak_power p p' a n :=
  lazymatch n with
  | 2%nat => lazymatch type of p' with _ <> 0 => constr:(pow2_gt_0 _ p') | _ => constr:(pow2_ge_0 a) end
  | _ => match constr:(I) with
         | _ => constr:(pow_even_ge0 a n (proj1 (Nat.even_spec n) eq_refl))
         | _ => lazymatch type of p with 0 <= _ => constr:(pow_le _ n p) end
         | _ => lazymatch type of p' with _ <> 0 => constr:(pow_nonzero _ n p') end
         | _ => constr:(I)
         end
  end.
(* what a hypothesis says beyond that *)
Ltac fact G :=
  match goal with
  | H : G |- _ => H
  | H : forall k : nat, _ |- _ => constr:(ltac:(simple apply H; hyp_ 1%nat) : G)
  end.
Ltac sign_known p t :=
  match type of p with
  | 0 < _ => p
  | _ < 0 => p
  | 0 <= _ => fact (0 < t)
  | 0 <= _ => let q := fact (t <> 0) in constr:(ge0_nz t p q)
  | _ <= 0 => fact (t < 0)
  | _ <= 0 => let q := fact (t <> 0) in constr:(le0_nz t p q)
  | True => fact (0 < t)
  | True => fact (t <> 0)
  | True => fact (0 <= t)
  | True => fact (t < 0)
  | True => fact (t <= 0)
  | True => let q := fact (0 <> t) in constr:(not_eq_sym q)
  | _ => p
  end.
Ltac sign_of t :=
  let p := sign_parts t in
  let p := about p t in
  sign_known p t
with sign_parts t :=
  lazymatch t with
  | IZR (Zpos ?n) => constr:(IZR_lt 0 (Zpos n) eq_refl)
  | IZR (Zneg ?n) => constr:(IZR_lt (Zneg n) 0 eq_refl)
  | PI => constr:(PI_RGT_0)
  | INR ?n => match constr:(I) with _ => constr:(lt_0_INR n ltac:(position)) | _ => constr:(pos_INR n) end
  | exp ?a => constr:(exp_pos a)
  | cosh ?a => constr:(cosh_pos a)
  | Rpower ?a ?b => constr:(Rpower_pos a b)
  | delta ?i ?j => constr:(delta_ge0 i j)
  | sqrt ?a => let p := sign_of a in lazymatch type of p with 0 < _ => constr:(sqrt_lt_R0 _ p) | _ => constr:(sqrt_pos a) end
  | Rabs ?a => let p := sign_of a in let p := not_zero p in lazymatch type of p with _ <> 0 => constr:(Rabs_pos_lt _ p) | _ => constr:(Rabs_pos a) end
  | tanh ?a => let p := sign_of a in lazymatch type of p with 0 < _ => constr:(tanh_positive _ p) | _ => constr:(I) end
  | - ?a =>
      let p := sign_of a in
      lazymatch type of p with
      | 0 < _ => constr:(opp_p _ p) | 0 <= _ => constr:(opp_q _ p) | _ < 0 => constr:(opp_n _ p) | _ <= 0 => constr:(opp_m _ p)
      | _ <> 0 => constr:(Ropp_neq_0_compat _ p) | _ => constr:(I)
      end
  | ?a + ?b => let p := sign_of a in lazymatch type of p with True => p | _ => let q := sign_of b in sign_sum p q end
  | ?a - ?b => let p := sign_of a in lazymatch type of p with True => p | _ => let q := sign_of b in sign_difference p q end
  | ?a * ?a => constr:(Rle_0_sqr a)
  | ?a * ?b => let p := sign_of a in lazymatch type of p with True => p | _ => let q := sign_of b in sign_product p q end
  | / ?a => let p := sign_of a in sign_inverse p
  | ?a / ?b =>
      let p := sign_of a in
      lazymatch type of p with True => p | _ => let q := sign_of b in let q := sign_inverse q in sign_product p q end
  | ?a ^ ?n => let p := sign_of a in sign_power p a n
  | rsum ?n ?f =>
      let p := sign_below n f in
      lazymatch type of p with
      | forall k, _ -> 0 < _ => constr:(rsum_pos n f ltac:(position) p)
      | forall k, _ -> 0 <= _ => constr:(rsum_ge0 n f p)
      | forall k, _ -> _ < 0 => constr:(rsum_lt0 n f ltac:(position) p)
      | forall k, _ -> _ <= 0 => constr:(rsum_le0 n f p)
      | _ => constr:(I)
      end
  | rprod ?n ?f =>
      let p := sign_below n f in
      lazymatch type of p with
      | forall k, _ -> 0 < _ => constr:(rprod_pos n f p)
      | forall k, _ -> 0 <= _ => constr:(rprod_ge0 n f p)
      | _ => constr:(I)
      end
  | _ =>
      let h := head t in
      match constr:(I) with
      | _ => let _ := match constr:(I) with _ => is_const h end in
             let u := eval cbv beta delta [h] in t in
             lazymatch u with t => fail | _ => sign_of u end
      | _ => constr:(I)
      end
  end
with sign_below n f :=
  let k := fresh "k" in
  let H := fresh "Hk" in
  constr:(fun (k : nat) (H : (k < n)%nat) => ltac:(let b := eval cbv beta in (f k) in let p := sign_of b in exact p)).

Ltac sgn_parts :=
  cbv beta;
  lazymatch goal with
  | |- 0 < ?t => let p := sign_of t in exact p
  | |- 0 <= ?t => let p := sign_of t in let p := weakly p in exact p
  | |- ?t <> 0 => let p := sign_of t in let p := not_zero p in exact p
  | |- ?t < 0 => let p := sign_of t in exact p
  | |- ?t <= 0 => let p := sign_of t in let p := weakly p in exact p
  end.

Ltac sgn := first [ solve [hyp_ 2%nat] | sgn_parts | sgn_ | solve [by_cases] ]
with sgn_ :=
  cbv beta;
  lazymatch goal with
  | |- forall _, _ => intros; bools; sgn
  | |- _ /\ _ => split; sgn
  | |- 0 < _ => spos
  | |- 0 <= _ => snneg
  | |- _ <> 0 => snz
  | |- ?t < 0 => sneg t
  | |- ?t <= 0 => snpos t
  | |- 0 <> _ => apply not_eq_sym; snz
  | |- ?t = 0 => szero
  end
with szero :=
  first
  [ hyp | lra
  | lazymatch goal with
    | |- (if ?b then _ else _) = 0 => destruct b eqn:?; bools; szero
    | |- ?a * ?b = 0 => first [ replace a with 0 by (symmetry; szero); ring | replace b with 0 by (symmetry; szero); ring ]
    | |- ?a + ?b = 0 => replace a with 0 by (symmetry; szero); replace b with 0 by (symmetry; szero); ring
    | |- - ?a = 0 => replace a with 0 by (symmetry; szero); ring
    | |- ?a / ?b = 0 => replace a with 0 by (symmetry; szero); unfold Rdiv; ring
    end ]
with spos :=
  first
  [ hyp
  | lazymatch goal with
    | |- 0 < exp _ => apply exp_pos
    | |- 0 < cosh _ => apply cosh_pos
    | |- 0 < PI => apply PI_RGT_0
    | |- 0 < INR _ => apply lt_0_INR; position
    | |- 0 < ?a + ?b => first [ apply Rplus_lt_0_compat; [spos|spos] | apply Rplus_lt_le_0_compat; [spos|snneg] | apply Rplus_le_lt_0_compat; [snneg|spos] ]
    | |- 0 < ?a * ?b => first [ apply Rmult_lt_0_compat; [spos|spos] | apply prod_neg; [sneg a|sneg b] | match a with b => apply Rsqr_pos_lt; snz end ]
    | |- 0 < ?a / ?b => first [ apply Rdiv_lt_0_compat; [spos|spos] | apply (prod_neg a (/ b)); [sneg a | apply Rinv_lt_0_compat; sneg b] ]
    | |- 0 < - ?a => apply Ropp_0_gt_lt_contravar; sneg a
    | |- 0 < ?a - ?b => first [ lra | apply Rplus_lt_le_0_compat; [spos | apply Ropp_0_ge_le_contravar, Rle_ge; snpos b] | apply Rplus_le_lt_0_compat; [snneg | apply Ropp_0_gt_lt_contravar; sneg b] ]
    | |- 0 < / ?a => apply Rinv_0_lt_compat; spos
    | |- 0 < ?a ^ 2 => first [ apply pow_lt; spos | apply pow2_gt_0; snz ]
    | |- 0 < ?a ^ _ => apply pow_lt; spos
    | |- 0 < Rpower _ _ => unfold Rpower; apply exp_pos
    | |- 0 < sqrt _ => apply sqrt_lt_R0; spos
    | |- 0 < ln _ => apply ln_gt1; first [ lra | apply (Rlt_0_minus_lt 1); spos | one_less ]
    | |- 0 < Rabs _ => apply Rabs_pos_lt; snz
    | |- 0 < tanh _ => apply tanh_positive; spos
    | |- 0 < Rmax _ _ => first [ apply Rmax_gt0l; spos | apply Rmax_gt0r; spos ]
    | |- 0 < Rmin _ _ => apply Rmin_glb_lt; spos
    | |- 0 < rsum _ _ => apply rsum_pos; [position | intros; cbv beta; spos]
    | |- 0 < rprod _ _ => apply rprod_pos; intros; cbv beta; spos
    | |- 0 < rprodif _ _ _ => apply rprod_pos; intros; cbv beta; spos
    | |- 0 < largest _ _ => apply largest_pos; [position | intros; cbv beta; spos]
    | |- 0 < (if ?b then _ else _) => destruct b eqn:?; bools; spos
    | |- 0 < delta ?i ?i => rewrite delta_eq; lra
    end
  | lra
  | apart
  | lazymatch goal with |- 0 < ?t => let h := head t in is_const h; progress unfold h; cbv beta; spos end ]
with apart := lazymatch goal with |- 0 < ?t => apply Rle_not_eq_lt; [ hyp | hyp ] end
with one_less := match goal with |- 1 < ?a + ?b => first [ assert (0 < b) by spos; lra | assert (0 < a) by spos; lra ] end
with snneg :=
  first
  [ hyp
  | lazymatch goal with
    | |- 0 <= rsum _ _ => apply rsum_ge0; intros; cbv beta; snneg
    | |- 0 <= rsumif _ _ _ => apply rsumif_ge0; intros; bools; cbv beta; snneg
    | |- 0 <= rprod _ _ => apply rprod_ge0; intros; cbv beta; snneg
    | |- 0 <= rprodif _ _ _ => apply rprod_ge0; intros; cbv beta; snneg
    | |- 0 <= ?a + ?b => apply Rplus_le_le_0_compat; [snneg|snneg]
    | |- 0 <= ?a * ?b => first [ match a with b => apply Rle_0_sqr end | apply Rmult_le_pos; [snneg|snneg] | rewrite <- Rmult_opp_opp; apply Rmult_le_pos; [apply Ropp_0_ge_le_contravar, Rle_ge; snpos a | apply Ropp_0_ge_le_contravar, Rle_ge; snpos b] ]
    | |- 0 <= ?a / ?b => apply Rdiv_ge0; [snneg|snneg]
    | |- 0 <= / _ => apply Rinv_le0; snneg
    | |- 0 <= - ?a => apply Ropp_0_ge_le_contravar, Rle_ge; snpos a
    | |- 0 <= ?a - ?b => first [ lra | apply Rplus_le_le_0_compat; [snneg | apply Ropp_0_ge_le_contravar, Rle_ge; snpos b] ]
    | |- 0 <= ?a ^ 2 => apply pow2_ge_0
    | |- 0 <= ?a ^ ?n => first [ apply pow_le; snneg | apply pow_even_ge0; now apply Nat.even_spec ]
    | |- 0 <= sqrt _ => apply sqrt_pos
    | |- 0 <= Rabs _ => apply Rabs_pos
    | |- 0 <= delta _ _ => apply delta_ge0
    | |- 0 <= ln _ => apply ln_ge1; first [ lra | match goal with |- 1 <= ?a + ?b => first [ assert (0 <= b) by snneg; lra | assert (0 <= a) by snneg; lra ] end ]
    | |- 0 <= Rmax _ _ => first [ apply Rmax_ge0l; snneg | apply Rmax_ge0r; snneg ]
    | |- 0 <= Rmin _ _ => apply Rmin_glb; snneg
    | |- 0 <= (if ?b then _ else _) => destruct b eqn:?; bools; snneg
    | |- _ => apply Rlt_le; spos
    end
  | lra
  | apply Rlt_le; spos
  | lazymatch goal with |- 0 <= ?t => let h := head t in is_const h; progress unfold h; cbv beta; snneg end ]
with sneg t :=
  first
  [ hyp | lra
  | lazymatch t with
    | - ?a => apply Ropp_lt_gt_0_contravar; red; spos
    | ?a * ?b => first [ rewrite <- (Ropp_involutive (a * b)), Ropp_mult_distr_l; apply Ropp_lt_gt_0_contravar; red; apply Rmult_lt_0_compat; [apply Ropp_0_gt_lt_contravar; sneg a | spos]
                       | rewrite <- (Ropp_involutive (a * b)), Ropp_mult_distr_r; apply Ropp_lt_gt_0_contravar; red; apply Rmult_lt_0_compat; [spos | apply Ropp_0_gt_lt_contravar; sneg b] ]
    | ?a / ?b => unfold Rdiv; sneg (a * / b)
    | / ?a => apply Rinv_lt_0_compat; sneg a
    | ?a + ?b => first [ apply Rplus_lt_le_0_neg; [sneg a | snpos b] | apply Rplus_le_lt_0_neg; [snpos a | sneg b] ]
    | ?a - ?b => first [ apply Rplus_lt_le_0_neg; [sneg a | apply Rge_le, Ropp_0_le_ge_contravar; snneg] | apply Rplus_le_lt_0_neg; [snpos a | apply Ropp_lt_gt_0_contravar; red; spos] ]
    | ln ?a => apply ln_lt1; [spos | first [hyp | lra | apply Rminus_lt; sneg (a - 1)]]
    | rsum _ _ => apply rsum_lt0; [position | intros; cbv beta; lazymatch goal with |- ?b < 0 => sneg b end]
    | (if ?b then _ else _) => destruct b eqn:?; bools; lazymatch goal with |- ?c < 0 => sneg c end
    | _ => let h := head t in is_const h; progress unfold h; cbv beta; lazymatch goal with |- ?c < 0 => sneg c end
    end ]
with snpos t :=
  first
  [ hyp | lra
  | lazymatch t with
    | - ?a => apply Rge_le, Ropp_0_le_ge_contravar; snneg
    | ?a * ?b => first [ rewrite <- (Ropp_involutive (a * b)), Ropp_mult_distr_l; apply Rge_le, Ropp_0_le_ge_contravar; apply Rmult_le_pos; [apply Ropp_0_ge_le_contravar, Rle_ge; snpos a | snneg]
                       | rewrite <- (Ropp_involutive (a * b)), Ropp_mult_distr_r; apply Rge_le, Ropp_0_le_ge_contravar; apply Rmult_le_pos; [snneg | apply Ropp_0_ge_le_contravar, Rle_ge; snpos b] ]
    | ?a / ?b => unfold Rdiv; snpos (a * / b)
    | ?a + ?b => apply Rplus_le_le_0_neg; [snpos a | snpos b]
    | ?a - ?b => apply Rplus_le_le_0_neg; [snpos a | apply Rge_le, Ropp_0_le_ge_contravar; snneg]
    | ln ?a => apply ln_le1; first [hyp | lra | apply Rminus_le; snpos (a - 1)]
    | rsum _ _ => apply rsum_le0; intros; cbv beta; lazymatch goal with |- ?b <= 0 => snpos b end
    | rsumif _ _ _ => apply rsum_le0; intros; cbv beta; lazymatch goal with |- ?b <= 0 => snpos b end
    | (if ?b then _ else _) => destruct b eqn:?; bools; lazymatch goal with |- ?c <= 0 => snpos c end
    | _ => first [ apply Rlt_le; sneg t | let h := head t in is_const h; progress unfold h; cbv beta; lazymatch goal with |- ?c <= 0 => snpos c end ]
    end ]
with snz :=
  first
  [ hyp
  | lazymatch goal with
    | |- ?a * ?b <> 0 => apply Rmult_integral_contrapositive_currified; [snz|snz]
    | |- / ?a <> 0 => apply Rinv_neq_0_compat; snz
    | |- ?a / ?b <> 0 => apply Rmult_integral_contrapositive_currified; [snz | apply Rinv_neq_0_compat; snz]
    | |- ?a ^ _ <> 0 => apply pow_nonzero; snz
    | |- - ?a <> 0 => apply Ropp_neq_0_compat; snz
    end
  | apply Rgt_not_eq; red; spos
  | lazymatch goal with |- ?t <> 0 => apply Rlt_not_eq; sneg t end
  | apply abs_nz; first [hyp | lra]
  | multiple
  | lra
  | lazymatch goal with
    | |- (if ?b then _ else _) <> 0 => destruct b eqn:?; bools; snz
    | |- ?t <> 0 => let h := head t in is_const h; progress unfold h; cbv beta; snz
    end ].

(** * Differentiability *)

(* what is asked for at the point of a slot, as it is written there *)
Ltac here := cbv beta; cbn [pt at0 at1 at2 at3].
(* where a curve or a line starts *)
Ltac start :=
  here; repeat match goal with E : _ = pt ?s |- context [pt ?s] => rewrite <- E end; cbv beta;
  rewrite ?through; cbn [pt at0 at1 at2 at3]; rewrite ?line0_start, ?line1_start, ?line2_start, ?line3_start.
Ltac start_in H :=
  cbv beta in H; cbn [pt at0 at1 at2 at3] in H;
  rewrite ?through in H; cbn [pt at0 at1 at2 at3] in H; rewrite ?line0_start, ?line1_start, ?line2_start, ?line3_start in H.
Ltac needed := start; first [ hyp | sgn | solve [autounfold with definitions in *; here; first [hyp | sgn]] ].

Ltac dex :=
  here;
  lazymatch goal with
  | |- forall _, _ => intros; bools; dex
  | |- ex _ (fun _ => ?c) => apply x_const
  | |- ex (at0 ?x) (fun a => a) => exact (is_pd_ex _ _ _ (i_at0 x))
  | |- ex (at1 ?a ?i) (fun a => a ?k) => exact (is_pd_ex _ _ _ (i_at1 a i k))
  | |- ex (at2 ?a ?i ?j) (fun a => a ?k ?l) => exact (is_pd_ex _ _ _ (i_at2 a i j k l))
  | |- ex (at3 ?a ?i ?j ?m) (fun a => a ?k ?l ?p) => exact (is_pd_ex _ _ _ (i_at3 a i j m k l p))
  | |- ex _ (fun a => a _) => hyp
  | |- ex _ (fun a => a _ _) => hyp
  | |- ex _ (fun a => a _ _ _) => hyp
  | |- ex ?s (fun a => curve (at0 ?x) (@?u a)) => change (ex s u); dex
  | |- ex ?s (fun a => curve (at1 ?b ?i) (@?u a) ?k) => eapply (x_comp s (fun t => upd1 b i t k) u _); [dex | apply isd_upd1]
  | |- ex ?s (fun a => curve (at2 ?b ?i ?j) (@?u a) ?k ?l) => eapply (x_comp s (fun t => upd2 b i j t k l) u _); [dex | apply isd_upd2]
  | |- ex ?s (fun a => curve (at3 ?b ?i ?j ?m) (@?u a) ?k ?l ?p) => eapply (x_comp s (fun t => upd3 b i j m t k l p) u _); [dex | apply isd_upd3]
  | |- ex ?s (fun a => - @?u a) => apply (x_opp s u); dex
  | |- ex ?s (fun a => @?u a + @?v a) => apply (x_add s u v); [dex|dex]
  | |- ex ?s (fun a => @?u a - @?v a) => apply (x_sub s u v); [dex|dex]
  | |- ex ?s (fun a => @?u a * @?v a) => apply (x_mul s u v); [dex|dex]
  | |- ex ?s (fun a => @?u a / @?v a) =>
      lazymatch v with
      | (fun _ => ?c) => apply (x_mul s u (fun _ => / c)); [dex|apply x_const]
      | _ => apply (x_div s u v); [dex|dex|needed]
      end
  | |- ex ?s (fun a => / @?v a) => apply (x_inv s v); [dex|needed]
  | |- ex ?s (fun a => exp (@?u a)) => eapply (x_comp s exp u _); [dex|apply isd_exp]
  | |- ex ?s (fun a => ln (@?u a)) => eapply (x_comp s ln u _); [dex|apply isd_ln; needed]
  | |- ex ?s (fun a => sqrt (@?u a)) => eapply (x_comp s sqrt u _); [dex|apply isd_sqrt; needed]
  | |- ex ?s (fun a => Rabs (@?u a)) => first [ eapply (x_comp s Rabs u _); [dex|apply isd_abs; needed] ]
  | |- ex ?s (fun a => signum (@?u a)) => eapply (x_comp s signum u _); [dex|apply isd_signum; needed]
  | |- ex ?s (fun a => sin (@?u a)) => eapply (x_comp s sin u _); [dex|apply isd_sin]
  | |- ex ?s (fun a => cos (@?u a)) => eapply (x_comp s cos u _); [dex|apply isd_cos]
  | |- ex ?s (fun a => tan (@?u a)) => eapply (x_comp s tan u _); [dex|apply isd_tan; needed]
  | |- ex ?s (fun a => sinh (@?u a)) => eapply (x_comp s sinh u _); [dex|apply isd_sinh]
  | |- ex ?s (fun a => cosh (@?u a)) => eapply (x_comp s cosh u _); [dex|apply isd_cosh]
  | |- ex ?s (fun a => tanh (@?u a)) => eapply (x_comp s tanh u _); [dex|apply isd_tanh]
  | |- ex ?s (fun a => atan (@?u a)) => eapply (x_comp s atan u _); [dex|apply isd_atan]
  | |- ex ?s (fun a => erf (@?u a)) => eapply (x_comp s erf u _); [dex|apply isd_erf]
  | |- ex ?s (fun a => @?u a ^ ?n) => eapply (x_comp s (fun t => t ^ n) u _); [dex|apply isd_pow]
  | |- ex ?s (fun a => Rpower (@?u a) (@?v a)) =>
      lazymatch v with
      | (fun _ => ?n) => eapply (x_comp s (fun t => Rpower t n) u _); [dex|apply isd_Rpower; needed]
      | _ => eapply (x_comp s exp (fun a => v a * ln (u a)) _);
             [apply (x_mul s v (fun a => ln (u a))); [dex | eapply (x_comp s ln u _); [dex|apply isd_ln; needed]] | apply isd_exp]
      end
  | |- ex ?s (fun a => rsum ?n (fun k => @?u a k)) =>
      let w := eval cbv beta in (fun k a => u a k) in apply (x_sum s n w); let k := fresh "k" in let H := fresh "Hk" in intros k H; dex
  | |- ex ?s (fun a => rsumif ?n ?P (fun k => @?u a k)) =>
      let w := eval cbv beta in (fun k a => u a k) in
      apply (x_sumif s n P w); let k := fresh "k" in let H := fresh "Hk" in let G := fresh "HP" in intros k H G; cbv beta in G; bools; dex
  | |- ex ?s (fun a => rprod ?n (fun k => @?u a k)) =>
      let w := eval cbv beta in (fun k a => u a k) in apply (x_prod s n w); let k := fresh "k" in let H := fresh "Hk" in intros k H; dex
  | |- ex ?s (fun a => largest ?n (fun k => @?u a k)) =>
      let w := eval cbv beta in (fun k a => u a k) in apply (ex_largest s n w); [position | let k := fresh "k" in let H := fresh "Hk" in intros k H; dex | needed]
  | |- ex ?s (fun a => smallest ?n (fun k => @?u a k)) =>
      let w := eval cbv beta in (fun k a => u a k) in apply (ex_smallest s n w); [position | let k := fresh "k" in let H := fresh "Hk" in intros k H; dex | needed]
  | |- ex ?s (fun a => delta ?i (argmax ?n (fun k => @?u a k))) =>
      let w := eval cbv beta in (fun k a => u a k) in apply (ex_delta s n w); [position | let k := fresh "k" in let H := fresh "Hk" in intros k H; con | needed]
  | |- ex ?s (fun a => Rmax (@?u a) (@?v a)) => apply (ex_max s u v); [dex|dex|needed]
  | |- ex ?s (fun a => Rmin (@?u a) (@?v a)) => apply (ex_min s u v); [dex|dex|needed]
  | |- ex ?s (fun a => if @?P a then @?u a else @?v a) =>
      lazymatch P with
      | (fun _ => ?b) => apply (x_if s b u v); let H := fresh "Hb" in intro H; bools; dex
      | _ => apply (x_branch s P u v); [steady | let H := fresh "Hb" in intro H; here; start_in H; bools; dex ..]
      end
  | |- ex ?s ?f =>
      let t := eval cbv beta in (f (pt s)) in let h := head t in is_const h; progress unfold h; cbv beta; dex
  end
(* a condition that stays as it is nearby *)
with steady :=
  here;
  lazymatch goal with
  | |- near ?s (fun _ => ?P) => apply near_all; reflexivity
  | |- near ?s (fun a => leb (@?u a) (@?v a) = _) => apply (near_leb s u v); [con|con|needed]
  | |- near ?s (fun a => ltb (@?u a) (@?v a) = _) => apply (near_ltb s u v); [con|con|needed]
  | |- near ?s (fun a => eqb (@?u a) (@?v a) = _) => apply (near_eqb s u v); [con|con|needed]
  | |- near ?s (fun a => negb (@?P a) = _) => apply (near_negb s P); steady
  | |- near ?s (fun a => andb (@?P a) (@?Q a) = _) => apply (near_andb s P Q); [steady|steady]
  end
(* continuous: where differentiable, and where kinks are *)
with con :=
  here;
  lazymatch goal with
  | |- forall _, _ => intros; con
  | |- cont ?s (fun _ => ?c) => apply cont_const
  | |- cont ?s (fun a => - @?u a) => apply (cont_opp s u); con
  | |- cont ?s (fun a => @?u a + @?v a) => apply (cont_plus s u v); [con|con]
  | |- cont ?s (fun a => @?u a - @?v a) => apply (cont_minus s u v); [con|con]
  | |- cont ?s (fun a => @?u a * @?v a) => apply (cont_mult s u v); [con|con]
  | |- cont ?s (fun a => Rabs (@?u a)) => apply (cont_abs s u); con
  | |- cont ?s (fun a => Rmax (@?u a) (@?v a)) => apply (cont_max s u v); [con|con]
  | |- cont ?s (fun a => Rmin (@?u a) (@?v a)) => apply (cont_min s u v); [con|con]
  | |- cont ?s (fun a => rsum ?n (fun k => @?u a k)) =>
      let w := eval cbv beta in (fun k a => u a k) in apply (cont_sum s n w); let k := fresh "k" in let H := fresh "Hk" in intros k H; con
  | |- _ => apply ex_cont; dex
  end.

(* a weighted sum of derivatives is that of the weighted sum *)
Ltac weighted :=
  cbv beta;
  lazymatch goal with
  | |- is_pd ?s (fun a => rsum ?n (fun k => @?u a k)) (rsum ?n (fun j => @?l j)) =>
      let w := eval cbv beta in (fun k a => u a k) in
      apply (i_sum s n w l); let k := fresh "k" in let H := fresh "Hk" in intros k H; weighted
  | |- is_pd ?s (fun a => ?c * @?u a) (?c * _) => apply (i_scal s c u); dex
  end.

(** * Rules *)

Lemma eqf1 (h : R -> R) a b : a = b -> h a = h b. Proof. now intros ->. Qed.
Lemma eqf2 (h : R -> R -> R) a b c d : a = c -> b = d -> h a b = h c d. Proof. now intros -> ->. Qed.

(* a condition that always holds *)
Ltac whole :=
  repeat match goal with
  | |- context [rsumif ?n (fun _ => true) ?f] => change (rsumif n (fun _ => true) f) with (rsum n f)
  | |- context [rprodif ?n (fun _ => true) ?f] => change (rprodif n (fun _ => true) f) with (rprod n f)
  end; cbn [andb].

(* down to where two sides differ in their brackets only *)
Lemma delta_iff i j k l : (i = j <-> k = l) -> delta i j = delta k l.
Proof. intro H. destruct (Nat.eq_dec i j) as [->|N].
  - destruct H as [H _]. now rewrite (H eq_refl), !delta_eq.
  - rewrite (delta_ne i j N), delta_ne; auto. intro E. apply N, H, E. Qed.
Ltac same := whole; same_
with same_ :=
  cbv beta;
  first
  [ reflexivity
  | solve [unfold Rdiv; identity]
  | solve [same_below]
  | solve [field] ]
with same_below :=
  first
  [ lazymatch goal with
    | |- ?a + ?b = ?c + ?d => apply (eqf2 Rplus); [same|same]
    | |- ?a - ?b = ?c - ?d => apply (eqf2 Rminus); [same|same]
    | |- ?a * ?b = ?c * ?d => apply (eqf2 Rmult); [same|same]
    | |- ?a / ?b = ?c / ?d => apply (eqf2 Rdiv); [same|same]
    | |- - ?a = - ?b => apply (eqf1 Ropp); same
    | |- / ?a = / ?b => apply (eqf1 Rinv); same
    | |- ?a ^ ?n = ?b ^ ?n => apply (eqf1 (fun x => x ^ n)); same
    | |- Rpower ?a ?b = Rpower ?c ?d => apply (eqf2 Rpower); [same|same]
    | |- rsum ?n _ = rsum ?n _ => apply rsum_ext; intros ? ?; same
    | |- rsumif ?n _ _ = rsumif ?n _ _ => apply rsumif_ext; intros; [same_bool | same]
    | |- rprod ?n _ = rprod ?n _ => apply rprod_ext; intros ? ?; same
    | |- rprodif ?n _ _ = rprodif ?n _ _ => apply rprodif_ext; intros; [same_bool | same]
    | |- (if _ then _ else _) = (if _ then _ else _) => apply if_ext; intros; [same_bool | same | same]
    | |- pd ?s _ = pd ?s _ => apply pd_ext; intros ?; same
    | |- delta _ _ = delta _ _ => first [ apply delta_sym | apply delta_iff; split; intro; lia ]
    | |- largest ?n _ = largest ?n _ => apply largest_ext; [position | intros ? ?; same]
    | |- smallest ?n _ = smallest ?n _ => apply smallest_ext; [position | intros ? ?; same]
    | |- ?f _ _ = ?f _ _ => apply (eqf2 f); [same|same]
    | |- ?f _ = ?f _ => apply (eqf1 f); same
    end ]
with same_bool :=
  cbv beta;
  first
  [ reflexivity
  | lazymatch goal with
    | |- andb _ _ = andb _ _ => f_equal; same_bool
    | |- negb _ = negb _ => f_equal; same_bool
    | |- Nat.eqb _ _ = Nat.eqb _ _ => apply Nat.eqb_sym
    | |- leb _ _ = leb _ _ => apply f_equal2; same
    | |- ltb _ _ = ltb _ _ => apply f_equal2; same
    | |- eqb _ _ = eqb _ _ => apply f_equal2; same
    end ].

Ltac premise :=
  here;
  lazymatch goal with
  | |- forall k, (k < _)%nat -> _ => let k := fresh "k" in let H := fresh "Hk" in intros k H; premise
  | |- forall _, _ => intros; bools; premise
  | |- ex _ _ => dex
  | |- cont _ _ => con
  | |- near _ _ => steady
  | |- (_ < _)%nat => first [ position | apply argmax_lt; position ]
  | |- @eq nat _ _ => position
  | |- INR _ = _ => simpl; ring
  | |- - INR _ = _ => simpl; ring
  | |- _ =>
    first
    [ hyp | needed | lra | solve [same]
    | match goal with H : ?a = ?b |- ?a = _ => rewrite H; solve [same] end
    | match goal with H : ?a = ?b |- _ = ?b => rewrite <- H; solve [same] end ]
  end.
Ltac with_premises H k :=
  let T := type of H in
  lazymatch T with
  | ?A -> ?B => let h := fresh in assert (h : A); [ premise | with_premises (H h) k ]
  | _ => k H
  end.
(* the rule says just this; the rule says this with other brackets *)
Ltac rule H := with_premises H ltac:(fun h => exact h).
Ltac rule_same H :=
  with_premises H ltac:(fun h =>
    let T := type of h in let T := eval cbn [pt at0 at1 at2 at3] in T in
    lazymatch T with
    | ?a = ?b => transitivity a; [ same | transitivity b; [ exact h | same ] ]
    | ?a <= ?b => apply (Rle_trans _ a); [ apply Req_le; same | apply (Rle_trans _ b); [ exact h | apply Req_le; same ] ]
    end).

(** * Rational expressions *)

Lemma times_inv x : x <> 0 -> x * / x = 1. Proof. apply Rinv_r. Qed.

Ltac split_inverses :=
  repeat match goal with
  | |- context [/ (?a * ?b)] => rewrite (Rinv_mult a b)
  | |- context [/ / ?a] => rewrite (Rinv_inv a)
  | |- context [/ - ?a] => rewrite (Rinv_opp a)
  | |- context [/ (?a ^ ?n)] => rewrite <- (pow_inv a n)
  | |- context [/ 1] => rewrite Rinv_1
  end.
Ltac pow_inverses := unfold Rdiv in *; split_inverses.
Ltac nonzero := solve [ hyp | repeat split; first [ hyp | lra | snz_ ] ]
with snz_ :=
  first
  [ hyp
  | lazymatch goal with
    | |- _ /\ _ => split; snz_
    | |- ?a * ?b <> 0 => apply Rmult_integral_contrapositive_currified; [snz_|snz_]
    | |- / ?a <> 0 => apply Rinv_neq_0_compat; snz_
    | |- ?a ^ _ <> 0 => apply pow_nonzero; snz_
    | |- - ?a <> 0 => apply Ropp_neq_0_compat; snz_
    | |- INR _ <> 0 => apply not_0_INR; position
    end
  | multiple
  | lra
  | instances; multiple ].
(* the same without much search: what a line asks for stands among its hypotheses *)
Ltac snz_near :=
  first
  [ hyp
  | lazymatch goal with
    | |- _ /\ _ => split; snz_near
    | |- ?a * ?b <> 0 => apply Rmult_integral_contrapositive_currified; [snz_near|snz_near]
    | |- / ?a <> 0 => apply Rinv_neq_0_compat; snz_near
    | |- ?a ^ _ <> 0 => apply pow_nonzero; snz_near
    | |- - ?a <> 0 => apply Ropp_neq_0_compat; snz_near
    | |- INR _ <> 0 => apply not_0_INR; position
    | |- IZR _ <> 0 => lra
    end
  | match goal with H : ?d <> 0 |- _ <> 0 => let E := fresh in intro E; apply H; lra end ].
(* the inverse of anything but a number by a letter; of what is not known to differ from 0 *)
Ltac name_inverses :=
  repeat match goal with
  | |- context [/ ?d] => lazymatch d with IZR _ => fail | _ => let i := fresh "inv" in generalize (/ d); intro i end
  end.
Ltac name_unknown :=
  repeat match goal with
  | |- context [/ ?d] =>
      lazymatch d with IZR _ => fail | _ =>
      tryif (assert_succeeds (assert (d <> 0) by snz_near)) then fail else (let i := fresh "inv" in generalize (/ d); intro i) end
  end.
Ltac over_letters := unfold Rdiv; split_inverses; name_inverses; alone; lra.
Ltac over_inverses :=
  unfold Rdiv; split_inverses; name_inverses;
  tryif (match goal with |- context [/ _] => idtac end) then first [ solve [alone; lra] | field; repeat split; lra ] else identity.
Ltac hide_inverses :=
  repeat match goal with
  | |- context [/ ?d] =>
      tryif (assert_succeeds (assert (d <> 0) by snz_)) then fail else
      (let i := fresh "inv" in set (i := / d) in *; clearbody i)
  end.
Ltac deltas := repeat match goal with |- context [delta ?i ?j] => match goal with |- context [delta j i] => tryif constr_eq i j then fail else rewrite (delta_sym j i) end end.
(* equations of positions that say the same *)
Ltac shifts :=
  repeat match goal with
  | |- context [delta ?i ?j] =>
      lazymatch constr:((i, j)) with context [Nat.add] => idtac | context [Nat.mul] => idtac end;
      match goal with
      | |- context [delta ?k ?l] =>
          tryif constr_eq (delta i j) (delta k l) then fail else
          replace (delta i j) with (delta k l) by (apply delta_iff; split; intro; lia)
      end
  end.
Ltac arith_once := first [ reflexivity | solve [identity] | solve [over_inverses] | solve [field; snz_] | solve [unfold Rdiv in *; hide_inverses; field; snz_] | solve [pow_inverses; hide_inverses; field; snz_] ].
(* a variable is in one of them only: they differ, but for what cancels *)
Ltac only_in f g := match goal with x : _ |- _ => match f with context [x] => lazymatch g with context [x] => fail | _ => idtac end end end.
Ltac apart_by_name f g := first [ only_in f g | only_in g f ].
(* sums that are equal by the tactic `same` become one; each is compared with those before it, once *)
Ltac seen x l := lazymatch l with cons x _ => idtac | cons _ ?m => seen x m end.
Ltac merge same n f l :=
  lazymatch l with
  | cons (rsum n ?g) ?m =>
      tryif apart_by_name f g then merge same n f m else
      first [ replace (rsum n f) with (rsum n g) by (apply rsum_ext; intros; cbv beta; same) | merge same n f m ]
  | cons _ ?m => merge same n f m
  end.
Ltac merge_sums same l :=
  match goal with
  | |- context [rsum ?n ?f] =>
      tryif seen (rsum n f) l then fail else
      (tryif merge same n f l then merge_sums same l else (let m := constr:(cons (rsum n f) l) in merge_sums same m))
  | _ => idtac
  end.
Ltac unify_sums := merge_sums ltac:(solve [same | arith_once]) (@nil R).
Ltac arith := first [ arith_once | solve [deltas; shifts; arith_once] | solve [deltas; shifts; unify_sums; arith_once] ].
(* the same, first with fractions split, first with what is not 0 cancelled *)
Ltac fractions := first [ solve [over_inverses] | arith ].
Ltac cancel := first [ solve [field; snz_near] | solve [unfold Rdiv; split_inverses; name_unknown; field; snz_near] | solve [field; snz_] | arith ].

(** * From one line to the next *)

Lemma eq_eq (x y z : R) : x = y -> y = z -> x = z. Proof. congruence. Qed.
Lemma eq_lt (x y z : R) : x = y -> y < z -> x < z. Proof. lra. Qed.
Lemma eq_le (x y z : R) : x = y -> y <= z -> x <= z. Proof. lra. Qed.
Lemma eq_ne (x y z : R) : x = y -> y <> z -> x <> z. Proof. lra. Qed.
Lemma lt_eq (x y z : R) : x < y -> y = z -> x < z. Proof. lra. Qed.
Lemma le_eq (x y z : R) : x <= y -> y = z -> x <= z. Proof. lra. Qed.
Lemma ne_eq (x y z : R) : x <> y -> y = z -> x <> z. Proof. lra. Qed.
Lemma lt_lt (x y z : R) : x < y -> y < z -> x < z. Proof. lra. Qed.
Lemma lt_le (x y z : R) : x < y -> y <= z -> x < z. Proof. lra. Qed.
Lemma le_lt (x y z : R) : x <= y -> y < z -> x < z. Proof. lra. Qed.
Lemma le_le (x y z : R) : x <= y -> y <= z -> x <= z. Proof. lra. Qed.
Lemma difference_lt (l r d : R) : r + - l = d -> 0 < d -> l < r. Proof. lra. Qed.
Lemma difference_le (l r d : R) : r + - l = d -> 0 <= d -> l <= r. Proof. lra. Qed.
Lemma difference_ne (l r d : R) : r + - l = d -> d <> 0 -> l <> r. Proof. intros E N ->. apply N. rewrite <- E. ring. Qed.

(* a hypothesis with strict comparisons only holds nearby *)
Ltac nearby :=
  lazymatch goal with
  | |- near ?s (fun a => @?P a /\ @?Q a) => apply (near_and s P Q); nearby
  | |- near ?s (fun a => @?u a < @?v a) => apply (near_lt s u v); [con|con|here; hyp]
  | |- near ?s (fun a => @?u a <> @?v a) => apply (near_ne s u v); [con|con|here; hyp]
  | |- near ?s (fun a => forall k, (k < ?n)%nat -> @?P a k) =>
      let w := eval cbv beta in (fun k a => P a k) in apply (near_forall s n w); let k := fresh "k" in let H := fresh "Hk" in intros k H; cbv beta; nearby
  | |- near ?s (fun a => ?P -> @?Q a) => apply (near_implies s P Q); [ first [lia | apply Classical_Prop.classic] | intro; nearby ]
  end.

(** * Numbers that satisfy hypotheses *)

Lemma below2 (P : nat -> Prop) : P 0%nat -> P 1%nat -> forall k, (k < 2)%nat -> P k.
Proof. intros H G k Hk. destruct k as [|[|k]]; auto. lia. Qed.
Ltac computed :=
  autounfold with definitions in *; cbv beta;
  repeat match goal with |- forall k, (k < 2)%nat -> @?P k => apply (below2 P); cbv beta end;
  cbv beta iota delta [rsum rsumif rprod rprodif largest smallest argmax delta signum upd1 Nat.eq_dec nat_rec nat_rect sumbool_rec sumbool_rect f_equal];
  cbn [INR Nat.eqb negb andb Nat.add].
Ltac decided :=
  intros; unfold Rmax, Rmin, Rabs, leb, ltb, eqb in *;
  repeat match goal with
  | |- context [Rlt_dec ?a ?b] => destruct (Rlt_dec a b)
  | |- context [Rle_dec ?a ?b] => destruct (Rle_dec a b)
  | |- context [Req_EM_T ?a ?b] => destruct (Req_EM_T a b)
  | |- context [Rcase_abs ?a] => destruct (Rcase_abs a)
  end; first [lia | lra | congruence | exfalso; lra | nra].
(* square roots of numbers: exactly, or to three digits *)
Lemma root_is c r : 0 <= r -> r * r = c -> sqrt c = r.
Proof. intros P <-. now apply R_sqrt.sqrt_square. Qed.
Lemma root_between c l h : 0 <= l -> l * l <= c -> 0 <= h -> c <= h * h -> l <= sqrt c <= h.
Proof. intros L M H N. rewrite <- (R_sqrt.sqrt_square l L), <- (R_sqrt.sqrt_square h H). split; now apply sqrt_le_1_alt. Qed.
Ltac rational t :=
  lazymatch t with
  | IZR ?z => constr:(QArith_base.inject_Z z)
  | ?a + ?b => let p := rational a in let q := rational b in constr:(QArith_base.Qplus p q)
  | ?a - ?b => let p := rational a in let q := rational b in constr:(QArith_base.Qminus p q)
  | ?a * ?b => let p := rational a in let q := rational b in constr:(QArith_base.Qmult p q)
  | ?a / ?b => let p := rational a in let q := rational b in constr:(QArith_base.Qdiv p q)
  | / ?a => let p := rational a in constr:(QArith_base.Qinv p)
  | - ?a => let p := rational a in constr:(QArith_base.Qopp p)
  | ?a ^ ?n => let p := rational a in constr:(QArith_base.Qpower p (Z.of_nat n))
  end.
Ltac roots :=
  repeat match goal with
  | |- context [sqrt ?c] =>
      let q := rational c in
      lazymatch eval vm_compute in (Qreduction.Qred q) with
      | QArith_base.Qmake ?n ?d =>
          let m := eval vm_compute in (Z.sqrt (n * Zpos d)) in
          let l := eval vm_compute in (Z.sqrt (n * Zpos d * 1000000)) in
          let h := eval vm_compute in (l + 1)%Z in
          first
          [ replace (sqrt c) with (IZR m / IZR (Zpos d)) by (symmetry; apply root_is; lra)
          | let s := fresh "root" in let H := fresh in
            assert (H : IZR l / (1000 * IZR (Zpos d)) <= sqrt c <= IZR h / (1000 * IZR (Zpos d))) by (apply root_between; lra);
            generalize dependent (sqrt c); intros s H ]
      end
  end.
Ltac inverted :=
  repeat match goal with
  | |- context [/ ?d] =>
      tryif (let q := rational d in idtac) then fail else
      (let i := fresh "inv" in let H := fresh in
       assert (H : d * / d = 1) by (apply Rinv_r; nra); generalize dependent (/ d); intros i H)
  end.
Ltac witness :=
  repeat match goal with |- _ /\ _ => split end;
  first
  [ lia
  | solve [sgn_parts]
  | solve [computed; roots; intros; first [lia | lra]]
  | solve [computed; roots; unfold Rdiv; inverted; intros; first [lia | lra | decided | split; decided]]
  | solve [sgn]
  | solve [computed; intros; first [sgn | decided | split; decided]] ].
