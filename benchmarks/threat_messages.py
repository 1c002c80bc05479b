"""Forty invented private messages, written by hand before the weights were first looked at.

The one thing a reader would get wrong: nothing is fitted to them. They show what an order learnt
from posts about women does with messages to one person; twenty are far too few for a figure.
"""

from __future__ import annotations

THREATS = (
    "I'm going to kill you when I find you",
    "You're dead. I know where you park",
    "I will cut your throat if you go near him again",
    "If I can't have you nobody will",
    "Watch your back tonight",
    "I'll burn that house down with you in it",
    "You will regret this for the rest of your short life",
    "I've got a knife with your name on it",
    "Say goodbye to your dog",
    "I'm going to smash your face in",
    "I hope you like hospital food",
    "Keep ignoring me and see what happens to your mum",
    "You deserve everything that is coming to you",
    "I will rape you and make him watch",
    "Nice school your girl goes to. Shame if something happened",
    "I should have strangled you when I had the chance",
    "I'm outside. You can't hide for ever",
    "Tick tock",
    "One call and my mates will break your legs",
    "You won't see Christmas, bitch",
)
HARMLESS = (
    "I could kill for a coffee right now",
    "This deadline is killing me haha",
    "I nearly died laughing at that video",
    "My phone is about to die, speak later",
    "Mum will kill us if we forget the cake",
    "Shall I shoot over about six?",
    "You absolutely killed it in that interview!",
    "Can you beat the eggs while I get changed",
    "Hit me up when you land",
    "I'm dying to see you x",
    "Going to smash the gym then home",
    "Did you burn the toast again",
    "He got hit by a cold all week, poor thing",
    "The kids want to watch the murder mystery tonight",
    "I love her but she drives me mad",
    "You deserve a holiday after that week",
    "Hope you feel better soon",
    "I'll find you by the main door",
    "What a beating, four nil at home",
    "Please let someone else do the washing up",
)
